import {webUrl} from '@local-widgets/core';
import type {Filters} from '../state/filters.js';

/** A calendar that one can subscribe to. */
export interface Subscription {
  /** As the webmaster calls it; empty where it is the only one. */
  readonly name: string;
  /** `https:` address of a calendar in iCalendar. */
  readonly url: string;
  /** Whether it holds only what is asked for now. */
  readonly isFiltered?: boolean;
}

/**
 * The calendar of a hub, and what is asked for now of it, as far as the hub can tell them apart: by
 * category, place, audience and price (`GET /v1/calendars/:calendar/events.ics`).
 */
export function hubSubscriptions(
  {hub, calendar}: {readonly hub: string; readonly calendar: string},
  {facets, shop}: Filters,
): Subscription[] {
  if (!hub || !calendar) return [];
  const path = `/v1/calendars/${encodeURIComponent(calendar)}/events.ics`;
  const url = webUrl(hub.replace(/\/+$/, '') + path, document.baseURI);
  if (!url) return [];
  const query = new URLSearchParams();
  const add = (name: string, values: Iterable<string> = []): void => {
    for (const value of values) query.append(name, value);
  };
  add('category', facets.get('category'));
  add('audience', facets.get('audience'));
  add('place', shop ? [shop.id] : []);
  if (facets.get('free')?.has('true')) query.set('free', '1');
  const asked = query.toString();
  return [
    {name: '', url},
    ...(asked ? [{name: '', url: `${url}?${asked}`, isFiltered: true}] : []),
  ];
}
