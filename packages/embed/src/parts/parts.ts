/** The rest of the loader, for pages that need more than the first files of their widgets. */
export {files} from './files.js';
export {startWorker} from './worker.js';
