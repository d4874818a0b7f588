import type {LatLng, Map as LeafletMap, Point, ZoomAnimEvent} from 'leaflet';
import type {MapMarker, Offset} from './map-port.js';

/** Above every other marker, whatever its latitude. */
const RAISED = 10_000;

/** Leaflet's own way to know where a position will be at the end of a zoom; its markers use it too. */
interface Zooming {
  _latLngToNewLayerPoint(position: LatLng, zoom: number, center: LatLng): Point;
}

interface Held {
  readonly element: HTMLElement;
  position: LatLng;
  offset: Offset | undefined;
  raised: boolean;
}

/**
 * Elements held at positions. Leaflet's `Marker` would do, but it brings icons, shadows and dragging
 * along (2 kB that nobody here needs), and its own keyboard beside our buttons'.
 */
export class LeafletMarkers {
  private readonly held = new Map<string, Held>();
  private readonly pane: HTMLElement;

  constructor(private readonly map: LeafletMap) {
    this.pane = map.getPane('markerPane') as HTMLElement;
    map.on('viewreset', () => this.replaceAll());
    map.on('zoomanim', event => this.glide(event));
  }

  /** Puts these on the map, in this order, and takes away all others. */
  set(markers: readonly MapMarker[]): void {
    const wanted = new Set(markers.map(({key}) => key));
    for (const [key, {element}] of this.held) {
      if (wanted.has(key)) continue;
      element.remove();
      this.held.delete(key);
    }
    let before: ChildNode | null = this.pane.firstChild;
    for (const {key, geo, offset, element, raised} of markers) {
      const position = this.map.wrapLatLng([geo.latitude, geo.longitude]);
      const held = this.held.get(key) ?? {element, position, offset, raised};
      this.held.set(key, Object.assign(held, {position, offset, raised}));
      // moving an element takes its focus away: only what stands in the wrong place moves
      if (element === before) before = element.nextSibling;
      else this.pane.insertBefore(element, before);
      this.place(held);
    }
  }

  private replaceAll(): void {
    for (const held of this.held.values()) this.place(held);
  }

  private place(held: Held): void {
    this.moveTo(held, this.map.latLngToLayerPoint(held.position));
  }

  private glide({zoom, center}: ZoomAnimEvent): void {
    const zooming = this.map as unknown as Zooming;
    for (const held of this.held.values()) {
      this.moveTo(held, zooming._latLngToNewLayerPoint(held.position, zoom, center));
    }
  }

  private moveTo({element, offset, raised}: Held, at: Point): void {
    const x = at.x + (offset?.x ?? 0);
    const y = at.y + (offset?.y ?? 0);
    element.className = 'on-map leaflet-zoom-animated';
    element.style.transform = `translate3d(${Math.round(x)}px, ${Math.round(y)}px, 0)`;
    element.style.zIndex = String(Math.round(y) + (raised ? RAISED : 0));
  }
}
