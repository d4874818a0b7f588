import {ancestorsOf, categories, groupOf, type CategoryId, type Place} from '@local-widgets/model';

export interface CategoryChoice {
  readonly id: CategoryId;
  /** How many places it would leave, with the other filters as they are. */
  readonly count: number;
}

/** More choices than this at once tire; then groups come first and open into their categories. */
const FEW = 9;

const presentByPlaces = new WeakMap<readonly Place[], ReadonlySet<CategoryId>>();

function presentIn(places: readonly Place[]): ReadonlySet<CategoryId> {
  let present = presentByPlaces.get(places);
  if (!present) {
    present = new Set(places.flatMap(place => place.categories));
    presentByPlaces.set(places, present);
  }
  return present;
}

/**
 * The categories to offer, in the order of the category file: all that occur when they are few, else
 * their groups, and below a chosen group its own categories.
 */
export function categoryChoices(
  places: readonly Place[],
  counts: ReadonlyMap<CategoryId, number>,
  allowed: readonly CategoryId[] | undefined,
  chosen: ReadonlySet<CategoryId>,
): CategoryChoice[] {
  const present = presentIn(places);
  const offered = [...present].filter(
    id => !allowed || [id, ...ancestorsOf(id)].some(above => allowed.includes(above)),
  );
  const groups = new Set(offered.map(id => groupOf(id).id));
  const isOpen = (id: CategoryId): boolean =>
    chosen.has(groupOf(id).id) || chosen.has(id) || groups.size === 1;
  const shown = new Set(
    offered.length <= FEW ? offered : [...groups, ...offered.filter(id => isOpen(id))],
  );
  return categories
    .filter(({id}) => shown.has(id))
    .map(({id}) => ({id, count: counts.get(id) ?? 0}));
}
