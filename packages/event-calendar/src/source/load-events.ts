import {loadFeed} from '@local-widgets/core';
import {isoOfDay} from '@local-widgets/model';
import {bringReaderFor, readInput} from './read-input.js';
import type {LoadedEvents, SourceRequest} from './source.js';

export type {LoadedEvents, SourceRequest} from './source.js';

/**
 * Loads and reads what `src` names. The plain case, one address, is all that a page pays for; everything
 * else comes in a file of its own.
 *
 * @throws FeedError when nothing could be loaded and read; an abort rejects with its reason.
 */
export async function loadEvents(request: SourceRequest): Promise<LoadedEvents> {
  const address = onlyAddress(request);
  if (address === undefined) return (await import('../sources.js')).loadSources(request);
  return loadAddress(address, request);
}

/**
 * One address: loaded, and read.
 *
 * @param label What the webmaster calls it, when there are several.
 */
export async function loadAddress(
  address: string,
  request: SourceRequest,
  label?: string,
): Promise<LoadedEvents> {
  let isBrought = false;
  const onBytes = (announced: number): void => {
    // some servers do not announce: most calendars are small
    if (!isBrought) bringReaderFor(announced);
    isBrought = true;
  };
  const {bytes, url} = await loadFeed(httpsOf(address), {...request, onBytes});
  const source = foreignName(url);
  const loaded = await readInput(bytes, url, request, {source, ...(label && {label})});
  const isSubscribable = loaded.format === 'icalendar' && url.startsWith('http');
  const subscriptions = isSubscribable ? [{name: label ?? '', url}] : [];
  return Object.assign(loaded, {subscriptions});
}

/** Calendars are often given as `webcal:`, which no browser can fetch: the same place on the web. */
const httpsOf = (address: string): string => address.replace(/^webcals?:/i, 'https:');

/** Where a hub gives the events of one of its calendars, between two days. */
export function hubAddress({hub, calendar, days}: SourceRequest): string {
  const {firstDay, lastDay} = days;
  const path = `v1/calendars/${encodeURIComponent(calendar)}/events`;
  return `${hub.replace(/\/+$/, '')}/${path}?from=${isoOfDay(firstDay)}&to=${isoOfDay(lastDay + 1)}`;
}

function onlyAddress(request: SourceRequest): string | undefined {
  const {src, hub, calendar} = request;
  const hasHub = Boolean(hub && calendar);
  if (hasHub) return src.trim() ? undefined : hubAddress(request);
  return !src || /^#|\s/.test(src) ? undefined : src;
}

/** Who publishes what comes from another site: its host. Empty for this site. */
function foreignName(url: string): string {
  const {origin, hostname} = new URL(url);
  return origin === self.origin ? '' : hostname;
}

/** Whether there is something to load without `src`: a data block, or microdata. */
export const hasInline = (host: HTMLElement): boolean =>
  !!host.querySelector('script[type$=json],[itemscope]');
