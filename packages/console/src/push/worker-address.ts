/** The hub serves the worker with the console's files, and lets it have the desk's page. */
export const WORKER = '/assets/console/desk-worker.js';
/** What the desk's worker may see: the desk's page. */
export const WORKER_SCOPE = '/desk/';
/**
 * The query of a worker that shows who wrote and what. It is in the address because a worker has nothing
 * else that it could remember without storage.
 */
export const SHOWS_TEXT = '?text';
