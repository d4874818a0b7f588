// Generated from custom-elements.json of @local-widgets/chat, @local-widgets/collect-button, @local-widgets/event-calendar, @local-widgets/shops-map by `npm run manifest -- --write`.
export * from './local-chat.js';
export * from './local-collect-button.js';
export * from './local-event-calendar.js';
export * from './local-shops-map.js';
