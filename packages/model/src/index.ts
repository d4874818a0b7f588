export * from './geo/index.js';
export * from './hours/index.js';
export * from './place/index.js';
export * from './text/index.js';
export * from './pickup/index.js';
export * from './order/index.js';
export * from './catalogue/index.js';
export * from './chat/index.js';
