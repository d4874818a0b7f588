import {formatDistance} from '@local-widgets/core';
import type {GeoBounds, GeoCoordinates, Place} from '@local-widgets/model';
import {css, nothing, svg, type TemplateResult} from 'lit';
import type {PlacesOnMap} from './places-on-map.js';

/** What the sketch is drawn from. */
export interface SketchData {
  readonly index: PlacesOnMap;
  readonly center: GeoCoordinates | undefined;
  readonly language: string;
}

/** What the map lends: this file imports nothing of its own, so that it stays apart. */
export interface SketchTools {
  readonly bounds: GeoBounds;
  readonly project: (geo: GeoCoordinates) => Point;
  readonly pixelsOf: (meters: number, at: GeoCoordinates) => number;
  readonly isWithin: (geo: GeoCoordinates, bounds: GeoBounds) => boolean;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const RINGS_KM = [1, 2, 5, 10, 20, 50, 100];
/** CSS pixels: a ring smaller than this, or larger, is left out. */
const SMALLEST_RING = 40;
const LARGEST_RING = 3000;
const MOST_TOWNS = 12;
/** Metres around an address that count as built, and CSS pixels that a patch has at least. */
const BUILT_METERS = 70;
const SMALLEST_PATCH = 16;
/** More patches than this would only fill the sheet. */
const MOST_PATCHES = 300;

export const sketchStyles = css`
  .underlay text {
    text-anchor: middle;
    paint-order: stroke;
    stroke: #f1eee4;
    stroke-width: 4px;
    stroke-linejoin: round;
    fill: #4d5752;
    font-size: 0.75rem;
  }

  .underlay .town {
    fill: #26302c;
    font-size: 0.875rem;
    font-weight: 600;
  }

  .built {
    fill: #e6dfcd;
  }

  .ring {
    fill: none;
    stroke: #b9b39c;
    stroke-dasharray: 3 5;
  }

  .lines {
    stroke: #26302c;
    stroke-width: 1.5;
  }

  .origin {
    position: absolute;
    inset: -0.5rem;
    inline-size: 1rem;
    block-size: 1rem;
    box-sizing: border-box;
    border: 3px solid #fff;
    border-radius: 50%;
    background: #0b57d0;
    box-shadow:
      0 0 0 2px #0b57d0,
      0 0 0 10px rgb(11 87 208 / 18%);
    pointer-events: none;
  }
`;

/** Where there is no basemap: the built ground, rings of distance, and the names of towns. */
export function sketchTemplate(data: SketchData, tools: SketchTools): unknown {
  return [
    builtTemplate(data.index, tools),
    ringsTemplate(data, tools),
    townsTemplate(data.index, tools),
  ];
}

/** A patch of ground around every address in sight: together they give the shape of the villages. */
function builtTemplate(
  {places}: PlacesOnMap,
  {bounds, project, pixelsOf, isWithin}: SketchTools,
): unknown {
  const inSight: Place[] = [];
  for (const place of places) {
    if (!isWithin(place.geo, bounds)) continue;
    if (inSight.length === MOST_PATCHES) return nothing;
    inSight.push(place);
  }
  const [first] = inSight;
  if (!first) return nothing;
  const radius = Math.max(pixelsOf(BUILT_METERS, first.geo), SMALLEST_PATCH);
  return inSight.map(({geo}) => {
    const {x, y} = project(geo);
    return svg`<circle class="built" cx=${x} cy=${y} r=${radius}></circle>`;
  });
}

/** Circles of round distances around the centre, each with its length. */
function ringsTemplate({center, language}: SketchData, {project, pixelsOf}: SketchTools): unknown {
  if (!center) return nothing;
  const {x, y} = project(center);
  return RINGS_KM.map(km => {
    const r = pixelsOf(km * 1000, center);
    if (r < SMALLEST_RING || r > LARGEST_RING) return nothing;
    const label = formatDistance(km * 1000, language);
    return svg`<circle class="ring" cx=${x} cy=${y} r=${r}></circle>
      <text class="ring-label" x=${x} y=${y - r - 4}>${label}</text>`;
  });
}

/** The towns that the addresses name, where their addresses are; none over another. */
function townsTemplate(
  {places}: PlacesOnMap,
  {bounds, project, isWithin}: SketchTools,
): TemplateResult[] {
  const drawn: {at: Point; width: number}[] = [];
  const labels: TemplateResult[] = [];
  for (const {name, geo} of townsOf(places)) {
    if (drawn.length === MOST_TOWNS) break;
    if (!isWithin(geo, bounds)) continue;
    const at = project(geo);
    const width = name.length * 9;
    const isFree = drawn.every(
      other =>
        Math.abs(other.at.x - at.x) > (other.width + width) / 2 || Math.abs(other.at.y - at.y) > 24,
    );
    if (!isFree) continue;
    drawn.push({at, width});
    labels.push(svg`<text class="town" x=${at.x} y=${at.y + 34}>${name}</text>`);
  }
  return labels;
}

interface Town {
  readonly name: string;
  readonly geo: GeoCoordinates;
}

const townsByPlaces = new WeakMap<readonly Place[], readonly Town[]>();

/** Towns with most addresses first, at the mean of their addresses. */
function townsOf(places: readonly Place[]): readonly Town[] {
  const known = townsByPlaces.get(places);
  if (known) return known;
  const sums = new Map<string, {count: number; longitude: number; latitude: number}>();
  for (const {address, geo} of places) {
    const name = address?.addressLocality;
    if (!name) continue;
    const sum = sums.get(name) ?? {count: 0, longitude: 0, latitude: 0};
    sum.count++;
    sum.longitude += geo.longitude;
    sum.latitude += geo.latitude;
    sums.set(name, sum);
  }
  const towns = [...sums]
    .sort((a, b) => b[1].count - a[1].count)
    .map(([name, {count, longitude, latitude}]) => ({
      name,
      geo: {longitude: longitude / count, latitude: latitude / count},
    }));
  townsByPlaces.set(places, towns);
  return towns;
}
