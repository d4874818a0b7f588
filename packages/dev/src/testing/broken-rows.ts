import {generatePlaces} from './places.js';

/** One row of a feed, before it is written in a format; what is broken is broken here. */
interface Row {
  id: string;
  name: string;
  lon: number | string | null;
  lat: number | string | null;
  street: string;
  phone: string;
}

/** What goes wrong in real files, and the reason that must be given for it. */
const breaks: readonly [reason: string, change: (row: Row) => Partial<Row>][] = [
  ['no-name', () => ({name: ''})],
  ['swapped-position', ({lon, lat}) => ({lon: lat, lat: lon})],
  ['bad-position', () => ({lon: 512, lat: 484})],
  ['no-position', () => ({lon: null, lat: null})],
  ['bad-position', () => ({lon: 'à côté', lat: 'de la halle'})],
];

/** The rows among 500 that are broken, counted from 0, one in a hundred. */
export const brokenRows = [99, 199, 299, 399, 499] as const;
/** Why each of them is lost, in their order. */
export const brokenReasons = breaks.map(([reason]) => reason);

const write: Record<string, (rows: readonly Row[]) => string> = {
  geojson: rows =>
    JSON.stringify({
      type: 'FeatureCollection',
      features: rows.map(({id, name, lon, lat, phone}) => ({
        type: 'Feature',
        id,
        geometry: lon === null ? null : {type: 'Point', coordinates: [lon, lat]},
        properties: {name, phone, shop: 'bakery'},
      })),
    }),
  csv: rows =>
    [
      'Nom;Longitude;Latitude;Adresse;Téléphone',
      ...rows.map(({name, lon, lat, street, phone}) =>
        [name, lon, lat, street, phone].map(cell => String(cell ?? '').replace('.', ',')).join(';'),
      ),
    ].join('\r\n'),
  osm: rows =>
    JSON.stringify({
      elements: rows.map(({lon, lat, name, phone}, at) => ({
        type: 'node',
        id: at + 1,
        ...(lon !== null && {lon, lat}),
        tags: {...(name && {name}), phone, shop: 'bakery'},
      })),
    }),
  'json-ld': rows =>
    JSON.stringify({
      '@context': 'https://schema.org',
      '@graph': rows.map(({id, name, lon, lat, phone}) => ({
        '@type': 'Bakery',
        '@id': id,
        name,
        telephone: phone,
        ...(lon !== null && {geo: {longitude: lon, latitude: lat}}),
      })),
    }),
  gogocarto: rows =>
    JSON.stringify({
      ontology: 'gogofull',
      data: rows.map(({id, name, lon, lat, phone}) => ({
        id,
        name,
        geo: {longitude: lon, latitude: lat},
        telephone: phone,
        categories: ['Ferme'],
      })),
    }),
  'agence-bio': rows =>
    JSON.stringify({
      items: rows.map(({name, lon, lat, street}, at) => ({
        numeroBio: at + 1,
        raisonSociale: name,
        certificats: [{etatCertification: 'ENGAGEE'}],
        adressesOperateurs: [{lieu: street, codePostal: '06000', ville: 'NICE', lat, long: lon}],
        activites: [{nom: 'Production'}],
      })),
    }),
  'recherche-entreprises': rows =>
    JSON.stringify({
      total_results: rows.length,
      results: rows.map(({name, lon, lat, street}, at) => ({
        nom_complet: name,
        siege: {
          siret: String(10_000_000_000_000 + at),
          etat_administratif: 'A',
          activite_principale: '10.71C',
          longitude: lon === null ? null : String(lon),
          latitude: lat === null ? null : String(lat),
          adresse: `${street} 06000 NICE`,
          code_postal: '06000',
        },
      })),
    }),
};

export const brokenFormats = Object.keys(write);

/**
 * The text of a feed of 500 places in a format, of which `brokenRows` are broken; undefined for a
 * format that is none.
 */
export function brokenFeed(format: string): string | undefined {
  const rows = generatePlaces(500, 3).map(({id, geometry, properties}): Row => {
    const [lon, lat] = geometry.coordinates;
    const {name, phone} = properties as {name: string; phone: string};
    return {id, name, lon, lat, phone, street: '3 rue de la République'};
  });
  brokenRows.forEach((at, i) => Object.assign(rows[at]!, breaks[i]![1](rows[at]!)));
  return Object.hasOwn(write, format) ? write[format]?.(rows) : undefined;
}
