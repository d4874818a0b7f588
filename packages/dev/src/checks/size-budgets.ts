/** A set of built files that a page loads together, and what it may weigh. */
export interface Bundle {
  name: string;
  /** Files of packages/embed/dist/cdn. */
  files: readonly string[];
  /** Highest sum of the files' sizes in bytes, each compressed with brotli as a server sends it. */
  budget: number;
}

/** What a visitor on a slow phone waits for. Raising a number needs a reason in the commit. */
export const bundles: readonly Bundle[] = [
  {name: 'loader', files: ['local-widgets.js'], budget: 1_500},
  {name: 'list', files: ['core.js', 'shops-map.js'], budget: 25_000},
  {name: 'list + map', files: ['core.js', 'shops-map.js', 'map-engine.js'], budget: 60_000},
];
