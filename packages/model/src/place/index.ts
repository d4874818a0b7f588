export * from './categories.js';
export * from './category-of.js';
export * from './place.js';
export * from './read-places.js';
export * from './search-text.js';
export {UnreadableFeedError, type UnreadableFeedCode} from './unreadable-feed-error.js';
export * from './select-places.js';
export type {PlaceFormat} from './readers/readers.js';
