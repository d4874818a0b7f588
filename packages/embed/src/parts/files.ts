/** The build puts the table in this place: packages/dev/rollup/checked-imports.mjs. */
declare const BUILT_FILES: Readonly<Record<string, string>>;

/** For each file that no page begins with, by its name without `.js`: its hash, then what it imports. */
export const files = BUILT_FILES;
