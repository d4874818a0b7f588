import type {GeoBounds} from '@local-widgets/model';

/** Draws tiles that do not come as a picture each from an address of their own. */
export interface TileSource {
  /** Draws one tile; leaves the canvas empty where there is none. Rejects when it cannot be had. */
  draw(canvas: HTMLCanvasElement, at: TileAddress, signal: AbortSignal): Promise<void>;
}

/** Column and row of a tile at a zoom level, from the north-west. */
export interface TileAddress {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** Where the pictures under the map come from. */
export interface Basemap {
  /** Template with `{z}`, `{x}` and `{y}` (or `{-y}`, counted from the south), or an archive's address. */
  readonly url: string;
  /** Whether the address is one file with all tiles in it, which has to be opened first. */
  readonly isArchive?: boolean;
  /** The opened archive. */
  readonly source?: TileSource;
  /** Who must be named, as plain text. */
  readonly attribution: string;
  /** Page about the provider or its licence. */
  readonly link?: string;
  readonly minZoom?: number;
  readonly maxZoom: number;
  /** Where there are tiles; everywhere when absent. */
  readonly bounds?: GeoBounds;
  /** Who learns the visitor's IP address, as `IGN (data.geopf.fr)`; empty for the page's own site. */
  readonly thirdParty: string;
}

/** IGN's WMTS: no key, no quota, made in France from public data. */
const ign = (layer: string, format: string): Basemap => ({
  url:
    'https://data.geopf.fr/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0' +
    `&LAYER=${layer}&STYLE=normal&FORMAT=image/${format}` +
    '&TILEMATRIXSET=PM&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}',
  attribution: '© IGN',
  link: 'https://www.ign.fr/',
  maxZoom: 19,
  thirdParty: 'IGN (data.geopf.fr)',
});

const OSM_FRANCE: Basemap = {
  url: 'https://a.tile.openstreetmap.fr/osmfr/{z}/{x}/{y}.png',
  attribution: '© OpenStreetMap, OSM France',
  link: 'https://www.openstreetmap.org/copyright',
  maxZoom: 20,
  thirdParty: 'OpenStreetMap France (a.tile.openstreetmap.fr)',
};

/** Values of the `tiles` attribute that stand for a provider; all others are read in a file of their own. */
export const PRESETS: Readonly<Record<string, Basemap | undefined>> = {
  ign: ign('GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2', 'png'),
  'ign-photo': ign('ORTHOIMAGERY.ORTHOPHOTOS', 'jpeg'),
  'osm-france': OSM_FRANCE,
};
