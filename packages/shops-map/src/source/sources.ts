/**
 * The lazily loaded part of loading: several sources, data inside the page, large feeds, feeds by
 * view, and the report for the webmaster. The plain case never needs it (see load-places.ts).
 */
export {FeedByView} from './feed-by-view.js';
export {loadSources} from './load-sources.js';
export {LargeReading} from './read-large.js';
export {rejectionReport} from './rejection-report.js';
