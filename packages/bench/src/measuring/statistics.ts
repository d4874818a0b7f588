/** The middle of some numbers; of an even count the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1] ?? NaN;
  const high = sorted[Math.floor(middle)] ?? NaN;
  return (low + high) / 2;
}

/** The median of each figure over rounds; a figure that nobody has stays undefined. */
export function medians<Figures extends object>(rounds: readonly Figures[]): Figures {
  const keys = Object.keys(rounds[0] ?? {}) as (keyof Figures)[];
  const entries = keys.map(key => {
    const numbers = rounds.flatMap(round => (round[key] as number | undefined) ?? []);
    return [key, numbers.length > 0 ? median(numbers) : undefined];
  });
  return Object.fromEntries(entries) as Figures;
}
