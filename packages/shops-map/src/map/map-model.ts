import type {GeoBounds, GeoCoordinates} from '@local-widgets/model';
import type {BasemapRequest} from './basemap-loader.js';
import type {MapView} from './map-port.js';
import type {MarkersData} from './marker-buttons.js';

/** A view as a link carries it. */
export type StartView = Pick<MapView, 'center' | 'zoom'>;

/** What the map is to show; asked anew whenever it is drawn. */
export interface MapModel extends MarkersData, BasemapRequest {
  readonly center: GeoCoordinates | undefined;
  /** Where the visitor is or asked for: marked, and distances are measured from here. */
  readonly origin?: {readonly geo: GeoCoordinates; readonly label: string} | undefined;
  /** Metres. */
  readonly radius: number | undefined;
  /** The first view, instead of one on the places. */
  readonly start?: StartView | undefined;
  /** Whether the places come for the view: then the map never goes to the places by itself. */
  readonly byView?: boolean | undefined;
}

/** What the map asks of its element, and tells it. */
export interface MapOwner {
  /** Undefined while there is nothing to show. */
  model(): MapModel | undefined;
  select(index: number): void;
  hover(index: number | undefined): void;
  /** Places that no zoom can take apart, and too many to spread. */
  group(indices: readonly number[]): void;
  /** The first view, and each other one that the map came to rest on. */
  viewChanged?(bounds: GeoBounds, zoom: number): void;
  /** For the webmaster's console. */
  warn(message: string, error?: unknown): void;
}
