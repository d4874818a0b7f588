/** The categories of Lighthouse that we promise something about, each from 0 to 100. */
export interface Scores {
  readonly performance: number;
  readonly accessibility: number;
  readonly 'best-practices': number;
  readonly seo: number;
}

const LEAST: Scores = {performance: 95, accessibility: 100, 'best-practices': 100, seo: 100};
const NAMES = Object.keys(LEAST) as (keyof Scores)[];

/** The part of Lighthouse's result that we use. */
interface Result {
  readonly categories: Readonly<Record<string, {readonly score: number | null}>>;
}

/** @throws Error when a category was not measured */
export function scoresOf({categories}: Result): Scores {
  const entries = NAMES.map(name => {
    const score = categories[name]?.score;
    if (score === undefined || score === null)
      throw new Error(`Lighthouse gave no score for ${name}.`);
    return [name, Math.round(score * 100)] as const;
  });
  return Object.fromEntries(entries) as unknown as Scores;
}

/** A sentence for each promise that the median of the runs does not keep. */
export function failures(runs: readonly Scores[]): string[] {
  return NAMES.flatMap(name => {
    const sorted = runs.map(run => run[name]).sort((a, b) => a - b);
    const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
    return median >= LEAST[name] ? [] : [`${name}: ${median}, promised ${LEAST[name]}.`];
  });
}
