/** What was counted on one day, a line of `docs/evidence/work-and-sizes.jsonl`. */
export interface HistoryEntry {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** Bytes of each bundle of the script tag as brotli makes them, by its name in `size-budgets.ts`. */
  readonly sizes: Readonly<Record<string, number>>;
  /** Counts by their names in `work-budgets.ts`. */
  readonly work: Readonly<Record<string, number>>;
}

/** @throws SyntaxError for a line that is no JSON */
export function parseHistory(text: string): HistoryEntry[] {
  return text
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as HistoryEntry);
}

/** The history with one more day; a day has one line, its last. */
export function withEntry(history: readonly HistoryEntry[], entry: HistoryEntry): string {
  const others = history.filter(({date}) => date !== entry.date);
  return [...others, entry].map(one => `${JSON.stringify(one)}\n`).join('');
}

/** A line for each number that is not what it was, as `sizes list: 25,100 → 25,180 (+0.3 %)`. */
export function changes(before: HistoryEntry | undefined, after: HistoryEntry): string[] {
  if (!before) return [];
  return (['sizes', 'work'] as const).flatMap(part => {
    const [then, now] = [before[part], after[part]];
    return [...new Set([...Object.keys(then), ...Object.keys(now)])]
      .filter(name => then[name] !== now[name])
      .map(name => `${part} ${name}: ${change(then[name], now[name])}`);
  });
}

function change(then: number | undefined, now: number | undefined): string {
  if (then === undefined) return `new, ${now}`;
  if (now === undefined) return `${then}, gone`;
  const share =
    then === 0 ? '' : ` (${now > then ? '+' : ''}${((now / then - 1) * 100).toFixed(1)} %)`;
  return `${then} → ${now}${share}`;
}
