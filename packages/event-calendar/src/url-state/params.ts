import {
  dayOfIso,
  escapeItem,
  isoOfDay,
  parseLonLat,
  roundedDegrees,
  unescapeItem,
  type LinkParams,
} from '@local-widgets/model';
import {VIEWS} from '../state/attributes.js';
import type {ChosenDate} from '../state/calendar-state.js';
import {SHORTCUTS, FACETS} from '../state/filters.js';
import type {LinkState, ParamName} from './link-state.js';

/** The longest text that a link can put into the page, and the most items of a list. */
const LONGEST = 300;
const MOST_ITEMS = 50;

/** A state as parameters. Positions are rounded here, before anything leaves the page. */
export function toParams(state: LinkState): LinkParams<ParamName> {
  const {view, day, days, near, shop, chosen, facets} = state;
  const chosenOf = (name: (typeof FACETS)[number]): string =>
    [...(facets?.get(name) ?? [])].map(escapeItem).join();
  return {
    view: view ?? '',
    date: day === undefined ? '' : isoOfDay(day),
    days:
      typeof days === 'object'
        ? `${isoOfDay(days.firstDay)}/${isoOfDay(days.lastDay)}`
        : (days ?? ''),
    text: state.text?.trim() ?? '',
    ...(Object.fromEntries(FACETS.map(name => [name, chosenOf(name)])) as Record<
      (typeof FACETS)[number],
      string
    >),
    radius: String(state.radiusKm ?? ''),
    near: near ? `${roundedDegrees(near.geo.longitude)},${roundedDegrees(near.geo.latitude)}` : '',
    'near-label': near?.label?.trim() ?? '',
    shop: shop?.id ?? '',
    'shop-name': shop && shop.name !== shop.id ? shop.name : '',
    event: chosen ? [chosen.eventId, chosen.recurrenceId].filter(Boolean).join('~') : '',
  };
}

/**
 * Reads a state from the parameters of an address, which anybody may have written: what is unknown,
 * out of range or too long is left out one by one, and never thrown.
 */
export function fromParams(params: LinkParams<ParamName>): LinkState {
  const {radius, near, shop} = params;
  const short = (text: string): string | undefined => text.trim().slice(0, LONGEST) || undefined;
  const items = (text: string): string[] =>
    text
      .split(',', MOST_ITEMS)
      .map(item => unescapeItem(item).slice(0, LONGEST))
      .filter(Boolean);
  const geo = parseLonLat(near);
  const facets = FACETS.map(name => [name, new Set(items(params[name]))] as const);
  const shopId = short(shop);
  return {
    view: VIEWS.find(view => view === params.view),
    day: dayOfIso(params.date),
    days: daysOf(params.days),
    text: short(params.text),
    facets: new Map(facets.filter(([, values]) => values.size > 0)),
    radiusKm: Number(radius) > 0 && Number(radius) < 20_000 ? Number(radius) : undefined,
    near: geo && {geo, label: short(params['near-label'])},
    shop:
      shopId === undefined ? undefined : {id: shopId, name: short(params['shop-name']) ?? shopId},
    chosen: chosenOf(params.event.slice(0, LONGEST)),
  };
}

function daysOf(text: string): LinkState['days'] {
  const name = SHORTCUTS.find(each => each === text);
  if (name) return name;
  const [firstDay, lastDay] = text.split('/').map(dayOfIso);
  const isRange = firstDay !== undefined && lastDay !== undefined && firstDay <= lastDay;
  return isRange ? {firstDay, lastDay} : undefined;
}

/** `market@town.example~20260613T080000`: the event, and which of its dates. */
function chosenOf(text: string): ChosenDate | undefined {
  const [, eventId = text, recurrenceId = ''] = /^(.*)~(\d{8}(?:T\d{6}Z?)?)$/s.exec(text) ?? [];
  return eventId ? {eventId, recurrenceId} : undefined;
}
