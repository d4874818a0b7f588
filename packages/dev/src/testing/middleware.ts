import {koaMiddleware} from '../serve/handler.js';
import {exampleApps} from './examples.js';
import {testFeeds} from './feeds.js';
import {testHubs} from './hub.js';
import {testPages} from './pages.js';
import {writtenPage} from './written-page.js';
import {tiles} from './tiles.js';

/** Everything the browser tests ask a server for, as middleware of the test runner. */
export const testMiddleware = koaMiddleware([
  tiles,
  testFeeds,
  writtenPage,
  ...testPages(),
  ...exampleApps(),
  testHubs,
]);
