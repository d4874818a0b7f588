export * from './geo/index.js';
export * from './hours/index.js';
export * from './place/index.js';
export * from './text/index.js';
