/** A line for each number that is over its budget, has none, or was not counted. */
export function overBudget(
  counts: ReadonlyMap<string, number>,
  budgets: Readonly<Record<string, number>>,
): string[] {
  const names = new Set([...counts.keys(), ...Object.keys(budgets)]);
  return [...names].flatMap(name => {
    const [count, budget] = [counts.get(name), budgets[name]];
    if (count === undefined) return [`${name}: not counted`];
    if (budget === undefined) return [`${name}: ${count}, without a budget`];
    return count > budget ? [`${name}: ${count} of ${budget}`] : [];
  });
}
