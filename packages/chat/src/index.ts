export type {Chance} from './chance.js';
export type {ChatEnvironment} from './environment.js';
export * from './client/index.js';
