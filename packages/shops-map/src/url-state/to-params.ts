import type {GeoCoordinates} from '@local-widgets/model';
import type {LinkParams, LinkState} from './link-state.js';
import {wallTimeOf} from './wall-time.js';

const rounded = (degrees: number): string => String(Number(degrees.toFixed(3)));

/** Commas stand between items; one inside an item is written as in an address. */
const escapeItem = (item: string): string =>
  item.replace(/[%,]/g, sign => (sign === ',' ? '%2C' : '%25'));

const position = ({longitude, latitude}: GeoCoordinates): [string, string] => [
  rounded(longitude),
  rounded(latitude),
];

/**
 * A state as parameters. Positions are rounded here, before anything leaves the page.
 *
 * @param timeZone IANA zone in which a moment is written.
 */
export function toParams(state: LinkState, timeZone: string): LinkParams {
  const {open, near, view} = state;
  return {
    text: state.text?.trim() ?? '',
    categories: state.categories?.join() ?? '',
    radius: String(state.radiusKm ?? ''),
    open: open instanceof Date ? wallTimeOf(open, timeZone) : (open ?? ''),
    with: state.features?.map(escapeItem).join() ?? '',
    sort: state.sort ?? '',
    near: near ? position(near.geo).join() : '',
    'near-label': near?.label?.trim() ?? '',
    place: state.place ?? '',
    view: view ? [Number(view.zoom.toFixed(2)), ...position(view.center).reverse()].join('/') : '',
    pane: state.pane ?? '',
  };
}
