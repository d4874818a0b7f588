import type {Parsed} from '../state/attributes.js';

/** Where the pictures under the map come from. */
export interface Basemap {
  /** Template with `{z}`, `{x}`, `{y}`. */
  readonly url: string;
  /** Who must be named, as plain text. */
  readonly attribution: string;
  /** Page about the provider or its licence. */
  readonly link?: string;
  readonly maxZoom: number;
}

/** IGN's WMTS: no key, no quota, made in France from public data. */
const IGN: Basemap = {
  url:
    'https://data.geopf.fr/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0' +
    '&LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2&STYLE=normal&FORMAT=image/png' +
    '&TILEMATRIXSET=PM&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}',
  attribution: '© IGN',
  link: 'https://www.ign.fr/',
  maxZoom: 19,
};

const OSM_FRANCE: Basemap = {
  url: 'https://a.tile.openstreetmap.fr/osmfr/{z}/{x}/{y}.png',
  attribution: '© OpenStreetMap, OSM France',
  link: 'https://www.openstreetmap.org/copyright',
  maxZoom: 20,
};

/** Values of the `tiles` attribute that stand for a provider. */
const PRESETS: Readonly<Record<string, Basemap | undefined>> = {
  ign: IGN,
  'osm-france': OSM_FRANCE,
};

/** The basemap that a `tiles` attribute asks for: a preset, a template address, or none at all. */
export function basemapOf(tiles: string, attribution: string): Parsed<Basemap> {
  const text = tiles.trim();
  if (text === 'none') return {};
  const preset = Object.hasOwn(PRESETS, text) ? PRESETS[text] : undefined;
  if (preset) return {value: preset};
  if (['{z}', '{x}', '{y}'].every(part => text.includes(part))) {
    return {value: {url: text, attribution, maxZoom: 19}};
  }
  const known = [...Object.keys(PRESETS), 'none'].join(', ');
  return {
    problem: `tiles="${tiles}" is neither one of ${known} nor a template with {z}, {x}, {y}.`,
  };
}
