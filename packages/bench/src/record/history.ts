import type {BenchRecord} from './record.js';

/** One run of one topic in few words: a line of `docs/benchmarks/history.jsonl`. */
export interface HistoryEntry {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly topic: string;
  /** Work that waited for a core when the run was over. */
  readonly load: number;
  /** Of our packages. */
  readonly version: string;
  /** Short hash; empty where git does not tell. */
  readonly commit: string;
  /** What was promised, by name, with two decimals at least; what was not measured is left out. */
  readonly figures: Readonly<Record<string, number>>;
}

export function entryOf(
  {date, topic, machine, promises}: BenchRecord,
  source: Pick<HistoryEntry, 'version' | 'commit'>,
): HistoryEntry {
  const measured = promises.filter(({value}) => !Number.isNaN(value));
  const figures = measured.map(({name, value}) => [name, Number(value.toPrecision(4))] as const);
  return {date, topic, load: machine.load, ...source, figures: Object.fromEntries(figures)};
}

/** @throws Error with the number of the line that is no entry */
export function readHistory(text: string): HistoryEntry[] {
  const lines = text.split('\n').filter(Boolean);
  return lines.map((line, at) => {
    const entry = JSON.parse(line) as Partial<HistoryEntry>;
    const isRight =
      /^\d{4}-\d\d-\d\d$/.test(entry.date ?? '') &&
      typeof entry.topic === 'string' &&
      typeof entry.load === 'number' &&
      typeof entry.version === 'string' &&
      typeof entry.commit === 'string' &&
      Object.values(entry.figures ?? {wrong: 'NaN'}).every(Number.isFinite);
    if (!isRight) throw new Error(`Line ${at + 1} of the history is no run of a topic: ${line}`);
    return entry as HistoryEntry;
  });
}

export const historyText = (entries: readonly HistoryEntry[]): string =>
  entries.map(entry => `${JSON.stringify(entry)}\n`).join('');

/** What a figure was in the run before the last one of its topic; undefined when it is the first. */
export function previousOf(
  entries: readonly HistoryEntry[],
  topic: string,
  name: string,
): {readonly date: string; readonly value: number} | undefined {
  const before = entries.filter(entry => entry.topic === topic).slice(0, -1);
  const last = before.findLast(({figures}) => name in figures);
  return last && {date: last.date, value: last.figures[name]!};
}
