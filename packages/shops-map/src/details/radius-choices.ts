const CHOICES_KM = [1, 2, 5, 10, 15, 30, 50, 100];

/**
 * The radii a person can choose, in kilometres: only useful ones. Those that hold at least one place
 * and leave at least one out, and never more than the page's own `limit`, which closes the list.
 */
export function radiusChoices(distances: ArrayLike<number>, limit: number | undefined): number[] {
  let nearest = Infinity;
  let farthest = 0;
  for (let i = 0; i < distances.length; i++) {
    const km = (distances[i] ?? 0) / 1000;
    nearest = Math.min(nearest, km);
    farthest = Math.max(farthest, km);
  }
  const end = Math.min(limit ?? Infinity, farthest);
  return CHOICES_KM.filter(km => km >= nearest && km < end);
}
