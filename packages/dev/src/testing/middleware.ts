import {koaMiddleware, type Handler} from '../serve/handler.js';
import {testFeeds} from './feeds.js';
import {testPages} from './pages.js';
import {tiles} from './tiles.js';

export const testHandlers: Handler[] = [tiles, testFeeds, ...testPages()];

/** Everything the browser tests ask a server for, as middleware of the test runner. */
export const testMiddleware = koaMiddleware(testHandlers);
