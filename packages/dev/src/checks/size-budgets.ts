/** A set of built files that a page loads together, and what it may weigh. */
export interface Bundle {
  name: string;
  /** Files of packages/embed/dist/cdn. */
  files: readonly string[];
  /** Highest sum of the files' sizes in bytes, each compressed with brotli as a server sends it. */
  budget: number;
}

const LOADER = ['local-widgets.js'];
/** Everything that runs before the list of a French page with our own GeoJSON is on the screen. */
const LIST = [...LOADER, 'core.js', 'shops-map.js'];
const LIST_AND_DETAILS = [...LIST, 'details.js'];

/** What a visitor on a slow phone waits for. Raising a number needs a reason in the commit. */
export const bundles: readonly Bundle[] = [
  {name: 'loader', files: LOADER, budget: 1_500},
  {name: 'list', files: LIST, budget: 25_000},
  {name: 'list, then hours, search and cards', files: LIST_AND_DETAILS, budget: 33_500},
  {name: 'all of it with the map', files: [...LIST_AND_DETAILS, 'map-engine.js'], budget: 60_000},
  {name: 'more for feeds in other words', files: ['feed-words.js'], budget: 5_200},
  {name: 'more for English', files: ['en.js', 'category-names-en.js'], budget: 1_700},
];
