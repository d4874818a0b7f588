export type {Chance} from './chance.js';
export type {CollectEnvironment} from './environment.js';
export * from './events.js';
export type {WantedShop} from './map-orders.js';
export type {BackEndName} from './settings.js';
export {LocalCollectButton} from './local-collect-button.js';
export {collectMessages, type Messages} from './locales/index.js';
