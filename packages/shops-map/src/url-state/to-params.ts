import {
  escapeItem,
  roundedDegrees,
  type GeoCoordinates,
  type LinkParams,
} from '@local-widgets/model';
import type {LinkState, ParamName} from './link-state.js';
import {wallTimeOf} from './wall-time.js';

const position = ({longitude, latitude}: GeoCoordinates): [string, string] => [
  roundedDegrees(longitude),
  roundedDegrees(latitude),
];

/**
 * A state as parameters. Positions are rounded here, before anything leaves the page.
 *
 * @param timeZone IANA zone in which a moment is written.
 */
export function toParams(state: LinkState, timeZone: string): LinkParams<ParamName> {
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
