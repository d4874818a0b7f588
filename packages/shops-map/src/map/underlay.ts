import {formatDistance} from '@local-widgets/core';
import type {GeoCoordinates, PlaceIndex} from '@local-widgets/model';
import {html, nothing, render, svg, type TemplateResult} from 'lit';
import {isWithin} from './is-within.js';
import type {MapEngine} from './map-port.js';

/** What is drawn below the markers. */
export interface UnderlayData {
  readonly index: PlaceIndex;
  readonly center: GeoCoordinates | undefined;
  /** Metres; drawn as a circle when a radius is asked for. */
  readonly radius: number | undefined;
  /** Whether there is no basemap, so that rings and names of towns give a sketch of the country. */
  readonly sketch: boolean;
  readonly language: string;
}

const METERS_PER_DEGREE = 111_195;
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

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Draws the circle of the radius and, without a basemap, the sketch. */
export function drawUnderlay(engine: MapEngine, data: UnderlayData): void {
  render(
    html`<svg class="underlay" aria-hidden="true">
      ${data.sketch ? sketchTemplate(engine, data) : nothing} ${radiusTemplate(engine, data)}
    </svg>`,
    engine.underlay,
  );
}

function radiusTemplate(engine: MapEngine, {center, radius}: UnderlayData): unknown {
  if (!center || radius === undefined) return nothing;
  const {x, y} = engine.project(center);
  return svg`<circle class="radius" cx=${x} cy=${y} r=${pixelsOf(radius, center, engine)}></circle>`;
}

function sketchTemplate(engine: MapEngine, data: UnderlayData): unknown {
  return [
    builtTemplate(engine, data.index),
    ringsTemplate(engine, data),
    townsTemplate(engine, data.index),
  ];
}

/** A patch of ground around every address in sight: together they give the shape of the villages. */
function builtTemplate(engine: MapEngine, {places}: PlaceIndex): unknown {
  const {bounds} = engine.view();
  const inSight = places.filter(({geo}) => isWithin(geo, bounds));
  const [first] = inSight;
  if (!first || inSight.length > MOST_PATCHES) return nothing;
  const radius = Math.max(pixelsOf(BUILT_METERS, first.geo, engine), SMALLEST_PATCH);
  return inSight.map(({geo}) => {
    const {x, y} = engine.project(geo);
    return svg`<circle class="built" cx=${x} cy=${y} r=${radius}></circle>`;
  });
}

/** Circles of round distances around the centre, each with its length. */
function ringsTemplate(engine: MapEngine, {center, language}: UnderlayData): unknown {
  if (!center) return nothing;
  const {x, y} = engine.project(center);
  return RINGS_KM.map(km => {
    const r = pixelsOf(km * 1000, center, engine);
    if (r < SMALLEST_RING || r > LARGEST_RING) return nothing;
    const label = formatDistance(km * 1000, language);
    return svg`<circle class="ring" cx=${x} cy=${y} r=${r}></circle>
      <text class="ring-label" x=${x} y=${y - r - 4}>${label}</text>`;
  });
}

/** The towns that the addresses name, where their addresses are; none over another. */
function townsTemplate(engine: MapEngine, index: PlaceIndex): TemplateResult[] {
  const drawn: {at: Point; width: number}[] = [];
  const labels: TemplateResult[] = [];
  const {bounds} = engine.view();
  for (const {name, geo} of townsOf(index)) {
    if (drawn.length === MOST_TOWNS) break;
    if (!isWithin(geo, bounds)) continue;
    const at = engine.project(geo);
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

const townsByIndex = new WeakMap<PlaceIndex, readonly Town[]>();

/** Towns with most addresses first, at the mean of their addresses. */
function townsOf(index: PlaceIndex): readonly Town[] {
  const known = townsByIndex.get(index);
  if (known) return known;
  const sums = new Map<string, {count: number; longitude: number; latitude: number}>();
  for (const {address, geo} of index.places) {
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
  townsByIndex.set(index, towns);
  return towns;
}

/** Length of a distance on the screen, measured to the north, where Mercator is true to scale locally. */
function pixelsOf(meters: number, center: GeoCoordinates, engine: MapEngine): number {
  const north = {...center, latitude: center.latitude + meters / METERS_PER_DEGREE};
  return Math.abs(engine.project(center).y - engine.project(north).y);
}
