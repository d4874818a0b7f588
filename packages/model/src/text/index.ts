export * from './clean-text.js';
export * from './json-for-script.js';
export * from './match.js';
export * from './normalize.js';
export * from './title-case.js';
export * from './to-json.js';
