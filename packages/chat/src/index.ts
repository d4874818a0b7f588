export type {Chance} from './chance.js';
export type {TabTools} from './client/shared-line.js';
export type {ChatEnvironment} from './environment.js';
export * from './events.js';
export type {WantedShop} from './map-wishes.js';
export {LocalChat, type ChatLayout} from './local-chat.js';
export {chatMessages, type Messages} from './locales/index.js';
