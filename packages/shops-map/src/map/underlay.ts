import {adoptStyles} from '@local-widgets/core';
import type {GeoCoordinates} from '@local-widgets/model';
import {html, nothing, render, svg} from 'lit';
import {isWithin} from './is-within.js';
import type {MapEngine, MapView} from './map-port.js';
import type {Spread} from './markers.js';
import type {PlacesOnMap} from './places-on-map.js';
import {isSame} from './same.js';
import type * as Sketch from './sketch.js';

/** What is drawn below the markers. */
export interface UnderlayData {
  readonly index: PlacesOnMap;
  readonly center: GeoCoordinates | undefined;
  /** Where the visitor is, in the place of the centre. */
  readonly origin?: {readonly geo: GeoCoordinates} | undefined;
  /** Metres; drawn as a circle when a radius is asked for. */
  readonly radius: number | undefined;
  /** Whether there is no basemap, so that rings and names of towns give a sketch of the country. */
  readonly sketch: boolean;
  /** Lines lead from its middle to its members. */
  readonly spread: Spread | undefined;
  readonly language: string;
}

const METERS_PER_DEGREE = 111_195;
/** The drawing below the markers: the circle of the radius, lines of a spread, the sketch. */
export class Underlay {
  private drawn: readonly unknown[] = [];
  private sketch: typeof Sketch | undefined;
  private isAsked = false;

  /** @param redraw Called when the sketch has come, which most maps never need. */
  constructor(
    private readonly engine: MapEngine,
    private readonly redraw: () => void,
  ) {}

  /** Draws anew when something it shows has changed; pointing at a row does not. */
  draw(data: UnderlayData, view: MapView): void {
    const {engine} = this;
    const {index, radius, sketch, spread, language} = data;
    const center = data.origin?.geo ?? data.center;
    const inputs = [index.places, radius, sketch, spread, language, center, view, this.sketch];
    if (sketch) void this.ask();
    if (isSame(inputs, this.drawn)) return;
    this.drawn = inputs;
    const shown = {...data, center};
    render(
      html`<svg class="underlay" aria-hidden="true">
        ${sketch && this.sketch ? this.sketch.sketchTemplate(shown, this.tools) : nothing}
        ${radiusTemplate(engine, shown)} ${spread ? linesTemplate(engine, spread) : nothing}
      </svg>`,
      engine.underlay,
    );
  }

  private get tools(): Sketch.SketchTools {
    const {engine} = this;
    return {
      bounds: engine.view().bounds,
      project: geo => engine.project(geo),
      pixelsOf: (meters, at) => pixelsOf(meters, at, engine),
      isWithin,
    };
  }

  private async ask(): Promise<void> {
    if (this.isAsked) return;
    this.isAsked = true;
    // a map without a sketch still has its markers
    const sketch = await import('./sketch.js').catch(() => undefined);
    const root = this.engine.underlay.getRootNode();
    // the map may be gone meanwhile
    if (!sketch || !(root instanceof ShadowRoot)) return;
    adoptStyles(root, sketch.sketchStyles);
    this.sketch = sketch;
    this.redraw();
  }
}

function linesTemplate(engine: MapEngine, {geo, offsets}: Spread): unknown {
  const {x, y} = engine.project(geo);
  const lines = offsets.map(offset => `M${x} ${y}l${offset.x} ${offset.y}`);
  return svg`<path class="lines" d=${lines.join('')}></path>`;
}

function radiusTemplate(engine: MapEngine, {center, radius}: UnderlayData): unknown {
  if (!center || radius === undefined) return nothing;
  const {x, y} = engine.project(center);
  return svg`<circle class="radius" cx=${x} cy=${y} r=${pixelsOf(radius, center, engine)}></circle>`;
}

/** Length of a distance on the screen, measured to the north, where Mercator is true to scale locally. */
function pixelsOf(meters: number, center: GeoCoordinates, engine: MapEngine): number {
  const north = {...center, latitude: center.latitude + meters / METERS_PER_DEGREE};
  return Math.abs(engine.project(center).y - engine.project(north).y);
}
