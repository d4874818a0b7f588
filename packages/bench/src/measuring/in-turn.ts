/**
 * Measures everybody once in each round, so that a busy moment of the machine falls on all of them.
 *
 * @returns the figures of all rounds, by name; none where somebody was left out
 */
export async function inTurn<Name, Figures>(
  names: readonly Name[],
  {rounds, title}: {rounds: number; title: string},
  measure: (name: Name) => Promise<Figures>,
): Promise<Map<Name, Figures[]>> {
  const measured = new Map<Name, Figures[]>(names.map(name => [name, []]));
  for (let round = 1; round <= rounds; round++) {
    for (const [name, figures] of measured) figures.push(await measure(name));
    process.stderr.write(`${title}: round ${round} of ${rounds}\n`);
  }
  return measured;
}
