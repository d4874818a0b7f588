export * from './events.js';
export {LocalShopsMap} from './local-shops-map.js';
export {shopsMapMessages, type Messages} from './locales/index.js';
export type {ShopTemplate} from './own/page-templates.js';
export type {ShopTemplateData} from './own/template-data.js';
