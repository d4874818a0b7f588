import {eventSearch, type EventCriteria, type EventFacet} from '@local-widgets/model';
import type {CalendarState} from '../state/calendar-state.js';

/** The facets of which one value alone can be asked for. */
export const SINGLE: readonly EventFacet[] = ['free', 'setting'];

/** What a person asks for, without the days, in the words of the index. */
export function criteriaOf({filters, origin, settings}: CalendarState): EventCriteria {
  const {text, facets, radiusKm, shop} = filters;
  const values = (facet: EventFacet): string[] | undefined => {
    const chosen = facets.get(facet);
    return chosen && [...chosen];
  };
  const free = values('free')?.[0];
  const center = origin?.geo ?? settings.center;
  return {
    ...(text && {text: {query: text, search: eventSearch}}),
    categories: values('category'),
    audiences: values('audience'),
    ages: values('age') as EventCriteria['ages'],
    isFree: free === undefined ? undefined : free === 'true',
    places: values('place'),
    accessibility: values('accessibility') as EventCriteria['accessibility'],
    setting: values('setting')?.[0] as EventCriteria['setting'],
    languages: values('language'),
    sources: values('source'),
    ...(center && radiusKm !== undefined && {near: {center, radius: radiusKm * 1000}}),
    placeId: shop?.id,
  };
}
