/** What one run of one topic found: what docs/benchmarks shows, and what its history keeps. */
export interface BenchRecord {
  /** Name of the file and key in the history: `map`, `calendar`, `page` … */
  readonly topic: string;
  readonly title: string;
  /** Day of the run, `YYYY-MM-DD`. */
  readonly date: string;
  /** What repeats it, as typed at the root of the repository. */
  readonly command: string;
  readonly machine: Machine;
  /** Who was measured, and in which version. */
  readonly versions: Readonly<Record<string, string>>;
  readonly rounds: number;
  readonly promises: readonly Promised[];
  readonly tables: readonly Table[];
  /** What a reader must know to be fair to the peers, a sentence each. */
  readonly notes: readonly string[];
}

export interface Machine {
  readonly processor: string;
  readonly cores: number;
  /** Bytes. */
  readonly memory: number;
  readonly system: string;
  readonly node: string;
  /** Absent where no browser took part. */
  readonly browser?: string;
  /** Work that waited for a core over the last minute, when the run was over: how quiet it was. */
  readonly load: number;
}

/** A figure with the bound it was promised to keep. */
export interface Promised {
  /** What is measured, as a name that stays the same from run to run. */
  readonly name: string;
  /** Not a number where it could not be measured, for want of a peer. */
  readonly value: number;
  /** `×` for ratios, `ms`, `MB`, `kB`, `%`, or nothing for counts. */
  readonly unit: string;
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** Medians: one row for each contender, one column for each figure. */
export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

export type Verdict = 'holds' | 'missed' | 'not measured';

/** Whether a figure keeps its bounds, both of them included. */
export function verdictOf({value, atLeast = -Infinity, atMost = Infinity}: Promised): Verdict {
  if (Number.isNaN(value)) return 'not measured';
  return value >= atLeast && value <= atMost ? 'holds' : 'missed';
}

/** A record from its JSON, in which a figure that is not a number is null. */
export function parseRecord(text: string): BenchRecord {
  return JSON.parse(text, (key, value: unknown) =>
    key === 'value' && value === null ? NaN : value,
  ) as BenchRecord;
}
