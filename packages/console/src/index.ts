export * from './events.js';
export {LocalDesk} from './local-desk.js';
export {LocalEventsDesk} from './local-events-desk.js';
export {LocalInbox} from './local-inbox.js';
export {LocalOrdersDesk} from './local-orders-desk.js';
export {deskMessages, type Messages} from './locales/index.js';
export type {DeskEnvironment} from './environment.js';
