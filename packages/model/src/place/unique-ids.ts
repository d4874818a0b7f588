/** Gives ids that are unique: the second `farm` becomes `farm-2`, so the same at every reading in order. */
export function idGiver(): (id: string) => string {
  const seen = new Set<string>();
  const uses = new Map<string, number>();
  return wanted => {
    let id = wanted;
    // one look-up a place, as nearly all are new: the set then grows
    for (const {size} = seen; seen.add(id).size === size;) {
      const use = (uses.get(id) ?? 1) + 1;
      uses.set(id, use);
      id = `${id}-${use}`;
    }
    return id;
  };
}
