import {
  categoryById,
  parseLonLat,
  unescapeItem,
  type Feature,
  type LinkParams,
  type PlaceSort,
} from '@local-widgets/model';
import type {LinkState, LinkView, ParamName} from './link-state.js';
import {instantOf} from './wall-time.js';

/** The longest text that a link can put into the page, and the most items of a list. */
const LONGEST = 200;
const MOST_ITEMS = 50;

const SORTS: readonly (PlaceSort | 'best')[] = ['best', 'distance', 'name', 'open'];
const FEATURE = /^(service:(collect|delivery|drive|wheelchair)|(label|payment):.+)$/s;

/**
 * Reads a state from the parameters of an address, which anybody may have written: what is unknown,
 * out of range or too long is left out one by one, and never thrown.
 *
 * @param timeZone IANA zone in which a moment is written.
 */
export function fromParams(params: LinkParams<ParamName>, timeZone: string): LinkState {
  const {radius, open, sort, near, view, pane} = params;
  const short = (text: string): string | undefined => text.trim().slice(0, LONGEST) || undefined;
  const items = (text: string): string[] => [...new Set(text.split(',', MOST_ITEMS))];
  const geo = parseLonLat(near);
  return {
    text: short(params.text),
    categories: filled(items(params.categories).flatMap(id => categoryById(id)?.id ?? [])),
    radiusKm: Number(radius) > 0 && Number(radius) < 20_000 ? Number(radius) : undefined,
    open: open === 'now' ? open : instantOf(open, timeZone),
    features: filled(items(params.with).map(unescapeItem).filter(isFeature)),
    sort: SORTS.find(one => one === sort),
    near: geo && {geo, label: short(params['near-label'])},
    place: short(params.place),
    view: viewOf(view),
    pane: pane === 'map' ? pane : undefined,
  };
}

/** `14/48.408/0.524`: zoom, latitude, longitude, as OpenStreetMap writes it. */
function viewOf(text: string): LinkView | undefined {
  const [zoom = '', latitude = '', longitude = ''] = text.split('/');
  const center = parseLonLat(`${longitude},${latitude}`);
  return center && /^\d{1,2}(\.\d+)?$/.test(zoom) && Number(zoom) <= 22
    ? {center, zoom: Number(zoom)}
    : undefined;
}

function isFeature(text: string): text is Feature {
  return text.length <= LONGEST && FEATURE.test(text);
}

function filled<T>(items: readonly T[]): readonly T[] | undefined {
  return items.length > 0 ? items : undefined;
}
