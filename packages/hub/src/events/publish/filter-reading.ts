import {normalizeText, type Event, type EventsReading} from '@local-widgets/model';
import type {FilterQuery} from './window.js';

/** What of a reading passes all filters that are set. */
export function filterReading(reading: EventsReading, query: FilterQuery): EventsReading {
  const passes = passesAll(query);
  if (!passes) return reading;
  const events = reading.events.filter(passes);
  const ids = new Set(events.map(({id}) => id));
  const occurrences = reading.occurrences.filter(({eventId}) => ids.has(eventId));
  return {...reading, events, occurrences};
}

function passesAll({category, place, audience, free}: FilterQuery) {
  const tests: ((event: Event) => boolean)[] = [];
  const isOneOf = (wanted: readonly string[]) => {
    const known = new Set(wanted.map(normalizeText));
    return (labels: readonly (string | undefined)[] = []) =>
      labels.some(label => label !== undefined && known.has(normalizeText(label)));
  };
  if (category?.length) {
    const isWanted = isOneOf(category);
    tests.push(({categories}) => isWanted(categories));
  }
  if (place?.length) {
    const isWanted = isOneOf(place);
    tests.push(({location}) => isWanted([location?.placeId, location?.name]));
  }
  if (audience?.length) {
    const isWanted = isOneOf(audience);
    tests.push(event => isWanted(event.audience));
  }
  if (free !== undefined) tests.push(({isAccessibleForFree}) => isAccessibleForFree === true);
  return tests.length === 0 ? undefined : (event: Event) => tests.every(test => test(event));
}

/** The filters as one text, the same whatever order they came in. */
export const filterKey = ({category, place, audience, free}: FilterQuery): string =>
  JSON.stringify([...[category, place, audience].map(list => list?.toSorted()), free]);
