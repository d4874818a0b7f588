/**
 * The lazily loaded part of loading: several sources, data inside the page, and the report for the
 * webmaster, who also hears here what is wrong with attributes. The plain case never needs it (see load-events.ts).
 */
export {loadSources} from './source/load-sources.js';
export {rejectionReport} from './source/rejection-report.js';
export {attributeFault} from './state/attribute-faults.js';
