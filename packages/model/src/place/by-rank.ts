/** The indices with the highest rank first; equal ones stay in their order. Ranks are small integers. */
export function byRank(indices: readonly number[], rankOf: (index: number) => number): number[] {
  const ranks: number[][] = [];
  for (const index of indices) (ranks[rankOf(index)] ??= []).push(index);
  return ([] as number[]).concat(...ranks.filter(Boolean).reverse());
}
