import type {AddressSuggestion} from './geocoder.js';

/** Degrees; two towns of one name are farther apart than two opinions about the middle of one. */
const SAME_TOWN = 0.1;

/** What the page knows, then what the geocoder adds to it: no town twice. */
export function mergeSuggestions(
  local: readonly AddressSuggestion[],
  found: readonly AddressSuggestion[],
): readonly AddressSuggestion[] {
  const isNew = (suggestion: AddressSuggestion): boolean =>
    suggestion.kind !== 'town' || !local.some(known => isSameTown(known, suggestion));
  return [...local, ...found.filter(isNew)];
}

function isSameTown(one: AddressSuggestion, other: AddressSuggestion): boolean {
  return (
    one.label.localeCompare(other.label, undefined, {sensitivity: 'base'}) === 0 &&
    Math.abs(one.geo.latitude - other.geo.latitude) < SAME_TOWN &&
    Math.abs(one.geo.longitude - other.geo.longitude) < SAME_TOWN
  );
}
