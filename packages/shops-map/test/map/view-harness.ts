import {LocalElement} from '@local-widgets/core';
import {PlaceIndex, type GeoBounds, type Place} from '@local-widgets/model';
import {waitUntil} from '@open-wc/testing';
import type {Messages} from '../../src/locales/index.js';
import {fr} from '../../src/locales/fr.js';
import {mapFr} from '../../src/locales/map.js';
import {ShopsMapView, type MapModel} from '../../src/map/map-view.js';
import {mapFrame} from '../../src/styles/map-frame.styles.js';
import {symbolStyles} from '../../src/symbols/symbol.styles.js';

/** A frame like the one that the element renders, for the map alone. */
class MapFrame extends LocalElement {
  static override styles = [LocalElement.styles, mapFrame, symbolStyles];

  protected override firstUpdated(): void {
    const part = (name: string, ...children: Node[]): HTMLElement => {
      const box = document.createElement('div');
      box.className = name;
      box.append(...children);
      return box;
    };
    const after = document.createElement('button');
    after.textContent = 'Après la carte';
    this.renderRoot.append(part('map', part('chrome'), part('canvas')), after);
  }
}

if (!customElements.get('test-map-frame')) customElements.define('test-map-frame', MapFrame);

const frames = new Set<MapView>();

afterEach(() => {
  for (const frame of frames) frame.close();
  frames.clear();
});

/** Waits for something to become true, looking again and again. */
export function until(condition: () => unknown, what: string): Promise<void> {
  return waitUntil(() => Boolean(condition()), `never: ${what}`, {interval: 15, timeout: 9000});
}

export type ModelOptions = Partial<MapModel>;

/** Puts a map of these places into the page; gone after the test. */
export async function openMap(
  places: readonly Place[],
  model: ModelOptions = {},
  size = {width: 780, height: 480},
): Promise<MapView> {
  const frame = document.createElement('test-map-frame') as MapFrame;
  frame.style.display = 'block';
  frame.style.width = `${size.width}px`;
  document.body.append(frame);
  await frame.updateComplete;
  const map = new MapView(frame, places, model);
  map.one('.map').style.blockSize = `${size.height}px`;
  frames.add(map);
  map.start();
  await map.rests();
  return map;
}

/** A map as a person sees it, and what it told its element. */
export class MapView {
  model: MapModel;
  view!: ShopsMapView;
  readonly chosen: string[] = [];
  readonly groups: (readonly number[])[] = [];
  readonly warnings: string[] = [];
  readonly views: {bounds: GeoBounds; zoom: number}[] = [];

  constructor(
    private readonly frame: MapFrame,
    places: readonly Place[],
    model: ModelOptions,
  ) {
    const index = new PlaceIndex(places, model.origin?.geo ?? model.center);
    this.model = {
      index,
      indices: places.map((_, i) => i),
      selected: undefined,
      hovered: undefined,
      center: undefined,
      radius: undefined,
      tiles: 'none',
      attribution: '',
      messages: {...fr, ...mapFr} as Messages,
      language: 'fr',
      glyphs: {},
      ...model,
    };
  }

  start(): void {
    this.view = new ShopsMapView(
      this.one('.canvas'),
      this.one('.chrome'),
      {
        model: () => this.model,
        select: at => {
          this.chosen.push(this.model.index.places[at]!.name);
          this.change({selected: at});
        },
        hover: hovered => this.change({hovered}),
        group: indices => this.groups.push(indices),
        viewChanged: (bounds, zoom) => this.views.push({bounds, zoom}),
        warn: message => this.warnings.push(message),
      },
      this.model,
    );
  }

  /** As the element does: new data, then a drawing of its own. */
  change(model: ModelOptions): void {
    this.model = {...this.model, ...model};
    queueMicrotask(() => {
      if (frames.has(this)) this.view.draw();
    });
  }

  close(): void {
    frames.delete(this);
    this.view.destroy();
    this.frame.remove();
  }

  get element(): HTMLElement {
    return this.frame;
  }

  get root(): ShadowRoot {
    return this.frame.shadowRoot!;
  }

  get canvas(): HTMLElement {
    return this.one('.canvas');
  }

  all<E extends Element = HTMLElement>(selector: string): E[] {
    return [...this.root.querySelectorAll<E>(selector)];
  }

  one(selector: string): HTMLElement {
    const [found] = this.all(selector);
    if (!found) throw new Error(`no ${selector}`);
    return found;
  }

  /** Names of what stands on the map, in the order of the keyboard. */
  get markers(): string[] {
    return this.all('.canvas button').map(nameOf);
  }

  /** The button whose name begins so. */
  button(start: string): HTMLButtonElement {
    const found = this.find(start);
    if (!found)
      throw new Error(`no button "${start}", only ${this.all('button').map(nameOf).join(' | ')}`);
    return found;
  }

  find(start: string): HTMLButtonElement | undefined {
    return this.all<HTMLButtonElement>('button').find(each => nameOf(each).startsWith(start));
  }

  get focused(): string | undefined {
    const {activeElement} = this.root;
    return activeElement ? nameOf(activeElement) : undefined;
  }

  /** Waits until nothing moves any more. */
  async rests(): Promise<void> {
    let before = '';
    let quiet = 0;
    await until(() => {
      const now = this.all('.canvas .leaflet-pane, .on-map')
        .map(pane => getComputedStyle(pane).transform)
        .concat(this.markers)
        .join();
      quiet = now === before && !this.canvas.querySelector('.leaflet-zoom-anim') ? quiet + 1 : 0;
      before = now;
      return quiet > 14;
    }, 'a map at rest');
  }
}

export function nameOf(control: Element): string {
  const name = control.getAttribute('aria-label') ?? control.textContent;
  return name.replace(/\s+/g, ' ').trim();
}

/** Middle of an element in the window, for the pointer. */
export function middle(element: Element): [number, number] {
  const {left, top, width, height} = element.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
}
