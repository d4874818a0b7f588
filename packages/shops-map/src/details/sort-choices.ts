import type {BasicPlaceIndex, PlaceSort} from '@local-widgets/model';

/** The orders that differ here; undefined is the one that fits the search. */
export function sortChoices(index: BasicPlaceIndex): readonly (PlaceSort | undefined)[] {
  const hasDistances = index.distances.length > 0;
  return [
    undefined,
    ...(hasDistances ? (['distance'] as const) : []),
    'name',
    ...(index.knowsHours ? (['open'] as const) : []),
  ];
}
