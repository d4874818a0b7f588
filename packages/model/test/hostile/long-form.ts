/**
 * `npm test` takes some of the inputs; `HOSTILE_RUNS=200` takes all, with so many random ones of each kind, longer
 * runs, and a table of time and memory. `HOSTILE_SEED` repeats what was found.
 */
export function longForm(env: NodeJS.ProcessEnv = process.env): {
  runs: number;
  seed: number;
  pumped: number;
  isLong: boolean;
} {
  const runs = Number(env['HOSTILE_RUNS'] ?? 0);
  const seed = Number(env['HOSTILE_SEED'] ?? 20_260_105);
  return runs > 0
    ? {runs, seed, pumped: 200_000, isLong: true}
    : {runs: 4, seed, pumped: 25_000, isLong: false};
}
