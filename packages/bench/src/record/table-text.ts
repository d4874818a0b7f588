import type {Table} from './record.js';

/** A table for a terminal: names to the left, figures to the right. */
export function tableLines({title, columns, rows}: Table): string[] {
  const all = [columns, ...rows.map(row => row.map(cellText))];
  const widths = columns.map((_, at) => Math.max(...all.map(row => row[at]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!)))
      .join('  ')
      .trimEnd();
  return [title, ...all.map(line)];
}

/** Numbers with thousands apart; what could not be measured is a dash. */
export function cellText(cell: string | number): string {
  if (typeof cell === 'string') return cell;
  return Number.isFinite(cell) ? cell.toLocaleString('en-US', {maximumFractionDigits: 2}) : '–';
}
