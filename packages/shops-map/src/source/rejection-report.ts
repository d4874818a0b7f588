import type {LoadedPlaces} from './source.js';

/** Rows named one by one in the console; the rest is a number. */
const NAMED_ROWS = 20;

/** What the webmaster needs to mend a feed: each bad row, where and why. */
export function rejectionReport({
  places,
  rejected,
}: Pick<LoadedPlaces, 'places' | 'rejected'>): string {
  const rows = rejected.slice(0, NAMED_ROWS).map(({src, unit, at, reason, detail}) => {
    const where = src === undefined ? '' : `${src} `;
    return `  ${where}${unit} ${at}: ${reason}, ${detail}`;
  });
  const more = rejected.length - rows.length;
  if (more > 0) rows.push(`  … and ${more} more`);
  return [`${rejected.length} rows left out, ${places.length} shown:`, ...rows].join('\n');
}
