import {ancestorsOf, categories, groupOf, type CategoryId, type Place} from '@local-widgets/model';

export interface CategoryChoice {
  readonly id: CategoryId;
  /** How many places it would leave, with the other filters as they are. */
  readonly count: number;
}

/** Choices in rows: the first always in sight, below it one for each chosen group. */
export interface CategoryRow {
  /** The group that was opened; absent for the first row. */
  readonly group?: CategoryId;
  readonly choices: readonly CategoryChoice[];
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
 * their groups, and for each chosen group a row of its own categories.
 */
export function categoryRows(
  places: readonly Place[],
  counts: ReadonlyMap<CategoryId, number>,
  allowed: readonly CategoryId[] | undefined,
  chosen: ReadonlySet<CategoryId>,
): CategoryRow[] {
  const choicesOf = (ids: ReadonlySet<CategoryId>): CategoryChoice[] =>
    categories.filter(({id}) => ids.has(id)).map(({id}) => ({id, count: counts.get(id) ?? 0}));
  const offered = [...presentIn(places)].filter(
    id => !allowed || [id, ...ancestorsOf(id)].some(above => allowed.includes(above)),
  );
  const groups = new Set(offered.map(id => groupOf(id).id));
  const isFlat = offered.length <= FEW || groups.size === 1;
  const opened = [...groups].filter(id => chosen.has(id));
  const first = {choices: choicesOf(isFlat ? new Set(offered) : groups)};
  return [
    first,
    ...(isFlat ? [] : opened).map(group => {
      const below = offered.filter(id => id !== group && groupOf(id).id === group);
      return {group, choices: choicesOf(new Set(below))};
    }),
  ].filter(({choices}) => choices.length > 1);
}
