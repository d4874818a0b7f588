import type {PlaceFormat} from '../../src/place/readers/readers.js';

/** How a row of a format is written well, and how it is broken, with the reason that must be told. */
export interface SampleFormat<Feed = string | object> {
  readonly row: (at: number) => unknown;
  readonly broken: readonly (readonly [row: unknown, reason: string])[];
  readonly wrap: (rows: readonly unknown[]) => Feed;
  /** `at` of the first row. */
  readonly first: number;
}

const name = (at: number) => `Chez « Zoé » n° ${at}`;
const latitude = (at: number) => 47 + at / 1000;
const longitude = -2.5;
const CP1252: Readonly<Record<string, number>> = {'’': 0x92, œ: 0x9c};

/** Text as a French spreadsheet writes it. */
export function toWindows1252(text: string): Uint8Array {
  return Uint8Array.from(text, letter => CP1252[letter] ?? letter.charCodeAt(0));
}

function csv(mark: string, toCell: (value: number) => string): SampleFormat<string> {
  const row = (...cells: string[]) => cells.join(mark);
  return {
    row: at => row(`"${name(at)}"`, toCell(latitude(at)), toCell(longitude), 'rue d’œuf'),
    broken: [
      [row('', toCell(47), toCell(-2), 'rue'), 'no-name'],
      [row('A', '', '', 'rue'), 'no-position'],
      [row('A', 'x', toCell(-2), 'rue'), 'bad-position'],
      [row('A', toCell(47), toCell(-2), 'rue', 'une', 'de', 'trop'), 'bad-row'],
      [row('"A', toCell(47), toCell(-2), 'rue'), 'bad-row'],
    ],
    wrap: rows => [row('Nom', 'Latitude', 'Longitude', 'Adresse'), ...rows].join('\r\n'),
    first: 2,
  };
}

const point = (at: number) => ({type: 'Point', coordinates: [longitude, latitude(at)]});
const feature = (properties: unknown, geometry: unknown) => ({
  type: 'Feature',
  properties,
  geometry,
});

const geojson: SampleFormat = {
  row: at => feature({name: name(at)}, point(at)),
  broken: [
    [null, 'not-a-place'],
    [{type: 'feature'}, 'not-a-place'],
    [feature({}, point(1)), 'no-name'],
    [feature({name: 'A'}, null), 'no-position'],
    [feature({name: 'A'}, {type: 'Point', coordinates: ['x', 47]}), 'bad-position'],
  ],
  wrap: features => ({type: 'FeatureCollection', features}),
  first: 0,
};

const node = (at: number, tags: object) => ({
  type: 'node',
  id: at,
  lat: latitude(at),
  lon: longitude,
  tags,
});

const osm: SampleFormat = {
  row: at => node(at, {name: name(at), shop: 'bakery'}),
  broken: [
    ['node', 'not-a-place'],
    [{type: 'changeset', id: 1, tags: {name: 'A'}}, 'not-a-place'],
    [node(1, {shop: 'bakery'}), 'no-name'],
    [{type: 'way', id: 1, nodes: [1e9], tags: {name: 'A'}}, 'no-position'],
    [{...node(1, {name: 'A'}), lat: 147, lon: 200}, 'bad-position'],
  ],
  wrap: elements => ({version: 0.6, elements}),
  first: 0,
};

const shop = (at: number) => ({
  '@type': 'Bakery',
  name: name(at),
  geo: {'@type': 'GeoCoordinates', latitude: latitude(at), longitude},
});

const jsonLd: SampleFormat = {
  row: at => ({'@type': 'ListItem', position: at, item: shop(at)}),
  broken: [
    [7, 'not-a-place'],
    [{'@type': 'ListItem', item: {'@type': 'Event', name: 'A'}}, 'not-a-place'],
    [{'@type': 'ListItem', item: {...shop(1), name: ''}}, 'no-name'],
    [{'@type': 'ListItem', item: {'@type': 'Bakery', name: 'A'}}, 'no-position'],
    [{'@type': 'ListItem', item: {...shop(1), geo: {latitude: 'x', longitude: 1}}}, 'bad-position'],
  ],
  wrap: itemListElement => ({
    '@context': 'https://schema.org',
    '@type': 'ItemList',
    itemListElement,
  }),
  first: 0,
};

const element = (at: number) => ({
  id: `e${at}`,
  name: name(at),
  geo: {latitude: latitude(at), longitude},
  categories: ['Ferme'],
});

const gogocarto: SampleFormat = {
  row: element,
  broken: [
    [null, 'not-a-place'],
    [{...element(1), name: ' '}, 'no-name'],
    [{...element(1), geo: null}, 'no-position'],
    [{...element(1), geo: {latitude: 0, longitude: 0}}, 'bad-position'],
  ],
  wrap: data => ({licence: 'x', ontology: 'gogofull', data}),
  first: 0,
};

const operator = (at: number) => ({
  numeroBio: at,
  denominationcourante: name(at),
  certificats: [{etatCertification: 'ENGAGEE'}],
  activites: [{nom: 'Production'}],
  adressesOperateurs: [{lat: latitude(at), long: longitude, active: true}],
});

const agenceBio: SampleFormat = {
  row: operator,
  broken: [
    ['x', 'not-a-place'],
    [{...operator(1), denominationcourante: null}, 'no-name'],
    [{...operator(1), adressesOperateurs: null}, 'no-position'],
    [{...operator(1), adressesOperateurs: [{lat: 'x', long: 'y'}]}, 'bad-position'],
  ],
  wrap: items => ({nbTotal: items.length, items}),
  first: 0,
};

const company = (at: number, more: object = {}) => ({
  nom_complet: name(at),
  siege: {
    siret: String(1e13 + at),
    etat_administratif: 'A',
    latitude: String(latitude(at)),
    longitude: String(longitude),
    ...more,
  },
});

const recherche: SampleFormat = {
  row: at => company(at),
  broken: [
    [[], 'not-a-place'],
    [{...company(1), nom_complet: null}, 'no-name'],
    [company(1, {latitude: null, longitude: null}), 'no-position'],
    [company(1, {latitude: '4,7,6'}), 'bad-position'],
  ],
  wrap: results => ({results, total_results: results.length, page: 1}),
  first: 0,
};

const comma = (value: number) => String(value).replace('.', ',');
const french = csv(';', comma);

/** Samples by a title whose first word is the format. */
export const samples: Readonly<Record<string, SampleFormat>> = {
  geojson,
  osm,
  'json-ld': jsonLd,
  gogocarto,
  'agence-bio': agenceBio,
  'recherche-entreprises': recherche,
  'csv with semicolons and decimal commas': french,
  'csv with commas': csv(',', String),
  'csv with a byte order mark': {...french, wrap: rows => `\ufeff${french.wrap(rows)}`},
  'csv in Windows-1252': {...french, wrap: rows => toWindows1252(french.wrap(rows))},
};

export function formatOf(title: string): PlaceFormat {
  return title.split(' ')[0] as PlaceFormat;
}
