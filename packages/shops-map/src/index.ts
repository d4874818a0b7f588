export * from './events.js';
export {LocalShopsMap} from './local-shops-map.js';
export {shopsMapMessages, type Messages} from './locales/index.js';
