import type {GeoBounds, GeoCoordinates, Place} from '@local-widgets/model';

/** Share of a view's width and height that is loaded beyond each side. */
const PADDING = 0.2;
/** Decimals of a degree: about 11 m. */
const GRID = 1e4;
const METERS_PER_DEGREE = 111_195;

/** The part to load for a view: larger, and on a grid, so that equal views have equal addresses. */
export function paddedBox({west, south, east, north}: GeoBounds): GeoBounds {
  const x = (east - west) * PADDING;
  const y = (north - south) * PADDING;
  return {
    west: Math.max(-180, down(west - x)),
    south: Math.max(-90, down(south - y)),
    east: Math.min(180, -down(-east - x)),
    north: Math.min(90, -down(-north - y)),
  };
}

/** The box around a circle. @param radius metres */
export function boxAround({longitude, latitude}: GeoCoordinates, radius: number): GeoBounds {
  const y = radius / METERS_PER_DEGREE;
  // at the poles a circle has every longitude
  const x = Math.min(180, y / Math.cos((Math.min(89, Math.abs(latitude)) * Math.PI) / 180));
  return {
    west: Math.max(-180, longitude - x),
    south: Math.max(-90, latitude - y),
    east: Math.min(180, longitude + x),
    north: Math.min(90, latitude + y),
  };
}

/** The zoom of a map 512 CSS pixels wide that shows the box: what `{zoom}` means without a map. */
export function zoomOf({west, east}: GeoBounds): number {
  return Math.max(0, Math.floor(Math.log2(720 / Math.max(1e-4, east - west))));
}

/**
 * The address for a box. `{bbox}` is west,south,east,north in degrees, as in GeoJSON (RFC 7946 §5) and
 * OGC API Features.
 */
export function addressFor(template: string, box: GeoBounds, zoom: number): string {
  const {west, south, east, north} = box;
  const values: Record<string, string | number> = {
    bbox: `${west},${south},${east},${north}`,
    west,
    south,
    east,
    north,
    zoom,
  };
  return template.replace(/\{(bbox|west|south|east|north|zoom)\}/g, (_, name: string) =>
    String(values[name]),
  );
}

export function contains(outer: GeoBounds, inner: GeoBounds): boolean {
  return (
    outer.west <= inner.west &&
    outer.south <= inner.south &&
    outer.east >= inner.east &&
    outer.north >= inner.north
  );
}

/** A part of the world that was loaded. */
export interface LoadedBox {
  readonly box: GeoBounds;
  readonly zoom: number;
  readonly places: readonly Place[];
}

/** The last answers, as many as are kept. */
export class LoadedBoxes {
  /** Least recently used first. */
  private boxes: LoadedBox[] = [];

  constructor(private readonly most: number) {}

  /** Whether one answer has all of a view; that one then counts as used. */
  has(view: GeoBounds, zoom: number): boolean {
    const found = this.boxes.find(each => each.zoom === zoom && contains(each.box, view));
    if (found) this.boxes = [...this.boxes.filter(each => each !== found), found];
    return found !== undefined;
  }

  add(loaded: LoadedBox): void {
    this.boxes = [...this.boxes, loaded].slice(-this.most);
  }

  clear(): void {
    this.boxes = [];
  }

  get count(): number {
    return this.boxes.length;
  }

  /** What all answers have, each id once; what was used last counts. */
  get places(): Place[] {
    const byId = new Map<string, Place>();
    for (const {places} of this.boxes) for (const place of places) byId.set(place.id, place);
    return [...byId.values()];
  }
}

/** Down to the grid, without `-0`. */
function down(degrees: number): number {
  return Math.floor(degrees * GRID) / GRID || 0;
}
