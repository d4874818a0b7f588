import type {LocalElement} from '@local-widgets/core';
import type {GeoCoordinates} from '@local-widgets/model';
import type {ReactiveController} from 'lit';
import type {MapView} from './map-port.js';
import type {MapOwner, ShopsMapView} from './map-view.js';

/** How near to the visible part of the page the map may be before it is loaded. */
const NEAR = '200px';

export type MapPhase = 'waiting' | 'loading' | 'ready' | 'failed';

/** The life of the map: loaded when it comes near, drawn when its element changes, gone when it leaves. */
export class MapController implements ReactiveController {
  phase: MapPhase = 'waiting';

  private view: ShopsMapView | undefined;
  private observed: HTMLElement | undefined;
  private near: IntersectionObserver | undefined;
  private sized: ResizeObserver | undefined;
  private isNear = false;

  constructor(
    private readonly host: LocalElement,
    private readonly owner: MapOwner,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.near = new IntersectionObserver(entries => this.cameNear(entries), {rootMargin: NEAR});
    this.sized = new ResizeObserver(() => this.view?.resize());
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.leave();
  }

  hostUpdated(): void {
    // an update that was asked for before the element left comes after it
    if (!this.host.isConnected) return;
    this.observe(this.canvas);
    if (this.view) this.view.draw();
    else if (this.isNear) void this.start();
  }

  /** Brings a place into sight without losing the view. */
  reveal(geo: GeoCoordinates): void {
    this.view?.reveal(geo);
  }

  /** Goes to a view; does nothing before the map is there, whose first view is its model's `start`. */
  show(center: GeoCoordinates, zoom: number): void {
    this.view?.show(center, zoom);
  }

  /** What the map shows; undefined before it is there. */
  get shown(): MapView | undefined {
    return this.view?.view();
  }

  private leave(): void {
    this.near?.disconnect();
    this.sized?.disconnect();
    this.observed = undefined;
    this.view?.destroy();
    this.view = undefined;
    this.isNear = false;
    if (this.phase !== 'failed') this.phase = 'waiting';
  }

  /** The element that becomes the map, once it is rendered; before it stands the one for what lies over it. */
  private get canvas(): HTMLElement | null {
    return this.host.renderRoot.querySelector('.canvas');
  }

  private observe(canvas: HTMLElement | null): void {
    if (!canvas || canvas === this.observed) return;
    // another frame took the place of the one that the map stood in
    this.leave();
    this.observed = canvas;
    this.near?.observe(canvas);
  }

  private cameNear(entries: readonly IntersectionObserverEntry[]): void {
    this.isNear = entries.some(entry => entry.isIntersecting);
    if (this.isNear) void this.start();
  }

  private async start(): Promise<void> {
    if (this.phase !== 'waiting' || !this.owner.model()) return;
    this.phase = 'loading';
    this.host.requestUpdate();
    try {
      const {ShopsMapView} = await import('../map-engine.js');
      if (this.view) return;
      const {canvas} = this;
      const model = this.owner.model();
      if (!this.host.isConnected || !canvas || !model) {
        this.phase = 'waiting';
        return;
      }
      const chrome = canvas.previousElementSibling as HTMLElement;
      this.view = new ShopsMapView(canvas, chrome, this.owner, model);
      this.phase = 'ready';
      // not before: the page still moves while the list comes in
      this.sized?.observe(canvas);
    } catch (error) {
      this.phase = 'failed';
      this.owner.warn('the map could not be loaded; the list stays.', error);
    }
    this.host.requestUpdate();
  }
}
