export * from './bounds.js';
export * from './distance.js';
export * from './parse-lon-lat.js';
export * from './cluster.js';
