import type {RejectedIn} from './source.js';

/** Entries named one by one in the console; the rest is a number. */
const NAMED = 20;

/** What the webmaster needs to mend a feed: each bad entry, where and why. */
export function rejectionReport(shown: number, rejected: readonly RejectedIn[]): string {
  const rows = rejected.slice(0, NAMED).map(({src, unit, at, reason, detail, isPartial}) => {
    const where = src === undefined ? '' : `${src} `;
    return `  ${where}${unit} ${at}: ${reason}, ${detail}${isPartial ? ' (shown in part)' : ''}`;
  });
  const more = rejected.length - rows.length;
  if (more > 0) rows.push(`  … and ${more} more`);
  return [`${rejected.length} entries left out or cut, ${shown} shown:`, ...rows].join('\n');
}
