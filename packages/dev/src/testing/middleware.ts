import {koaMiddleware} from '../serve/handler.js';
import {badNetworks} from './bad-network.js';
import {exampleApps} from './examples.js';
import {serveFolder} from '../serve/static-files.js';
import {root} from '../root.js';
import {testFeeds} from './feeds.js';
import {testHubs} from './hub.js';
import {testPages} from './pages.js';
import {writtenPage} from './written-page.js';
import {tiles} from './tiles.js';

/** The documentation site below `/__page/site/`; its pages bring their own policy. */
const site = serveFolder('/__page/site/', `${root}/docs/dist`, answer => ({
  ...answer,
  policy: {csp: false, trustedTypes: 'off'},
}));

/** Everything the browser tests ask a server for, as middleware of the test runner. */
export const testMiddleware = koaMiddleware([
  tiles,
  testFeeds,
  badNetworks,
  writtenPage,
  site,
  ...testPages(),
  ...exampleApps(),
  testHubs,
]);
