/**
 * What the build knows, put in place of these names by packages/dev/rollup/script-tag-hashes.mjs: for a
 * file without `.js`, its hash and after it the files that it imports, separated by spaces.
 */
declare const BUILT_FIRST: Record<string, string>;
declare const BUILT_VERSION: string;

/** The files that a page begins with; `parts.js` has all the others. */
export const first = BUILT_FIRST;
export const version = BUILT_VERSION;
