export * from './schemas/common.js';
export * from './schemas/pickup.js';
export * from './schemas/shop.js';
export * from './schemas/catalogue.js';
export * from './schemas/order.js';
export * from './schemas/chat.js';
export * from './schemas/problem.js';
