import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {categories} from '../../src/place/categories.js';
import type {Place} from '../../src/place/place.js';
import {readPlaces} from '../../src/place/read-places.js';

/** Letters of Windows-1252, and the characters that make CSV hard; always a letter at both ends. */
const text = fc
  .array(
    fc.constantFrom(...Array.from('aBéÈœ€’"“«'), ';', ',', '\t', ' x', "'", '<b>', '&amp;', '""'),
    {
      maxLength: 12,
    },
  )
  .map(parts => `z${parts.join('').replace(/\s+/g, ' ')}z`);
/** Items of lists hold no separator of lists. */
const item = text.map(value => value.replace(/[;,|]/g, '-'));
const items = fc.uniqueArray(item, {minLength: 1, maxLength: 4});
const degrees = (max: number) => fc.integer({min: 1, max: max * 1e5}).map(value => value / 1e5);
const digits = (length: number) => fc.stringMatching(new RegExp(`^[1-9]\\d{${length - 1}}$`));
const slug = fc.stringMatching(/^[a-z]{1,8}$/);
const link = slug.map(path => `https://example.org/${path}`);
const leaf = fc.constantFrom(...categories.filter(({parent}) => parent).map(({id}) => id));
const some = <T extends object>(model: {[K in keyof T]: fc.Arbitrary<T[K]>}) =>
  fc
    .record(model, {requiredKeys: [], noNullPrototype: true})
    .filter(value => Object.keys(value).length > 0);

const place = fc.record(
  {
    id: text,
    name: text,
    geo: fc.record({longitude: degrees(40), latitude: degrees(40)}, {noNullPrototype: true}),
    categories: fc.uniqueArray(leaf, {minLength: 1, maxLength: 5}),
    categoryLabel: text,
    description: text,
    address: some({
      streetAddress: text,
      postalCode: digits(5),
      addressLocality: text,
      addressCountry: fc.constantFrom('FR', 'BE'),
    }),
    telephone: digits(10),
    email: slug.map(name => `${name}@example.org`),
    url: link,
    image: fc.record({url: link, caption: text}, {requiredKeys: ['url'], noNullPrototype: true}),
    openingHours: fc.constantFrom('Mo-Fr 09:00-12:00; PH off', '24/7'),
    services: some({
      collect: fc.boolean(),
      delivery: fc.boolean(),
      drive: fc.boolean(),
      wheelchair: fc.boolean(),
    }),
    labels: items,
    paymentAccepted: items,
    products: items,
    siret: digits(14),
    source: some({name: text, url: link, dateModified: fc.constant('2026-11-22')}),
  },
  {requiredKeys: ['id', 'name', 'geo', 'categories'], noNullPrototype: true},
);
const places = fc.uniqueArray(place, {maxLength: 8, selector: ({id}) => id}) as fc.Arbitrary<
  Place[]
>;

function toGeojson(all: readonly Place[]): object {
  const features = all.map(({geo, ...properties}) => ({
    type: 'Feature',
    geometry: {type: 'Point', coordinates: [geo.longitude, geo.latitude]},
    properties,
  }));
  return {type: 'FeatureCollection', features};
}

type Cell = string | number | boolean | undefined;

const COLUMNS: Readonly<Record<string, (place: Place) => Cell>> = {
  Identifiant: ({id}) => id,
  NOM: ({name}) => name,
  Longitude: ({geo}) => geo.longitude,
  Latitude: ({geo}) => geo.latitude,
  Catégories: ({categories}) => categories.join('|'),
  'Category label': ({categoryLabel}) => categoryLabel,
  Description: ({description}) => description,
  Adresse: ({address}) => address?.streetAddress,
  'Code postal': ({address}) => address?.postalCode,
  Commune: ({address}) => address?.addressLocality,
  Pays: ({address}) => address?.addressCountry,
  Téléphone: ({telephone}) => telephone,
  'E-mail': ({email}) => email,
  'Site web': ({url}) => url,
  Photo: ({image}) => image?.url,
  Légende: ({image}) => image?.caption,
  Horaires: ({openingHours}) => openingHours,
  Retrait: ({services}) => services?.collect,
  Livraison: ({services}) => services?.delivery,
  Drive: ({services}) => services?.drive,
  PMR: ({services}) => services?.wheelchair,
  Labels: ({labels}) => labels?.join('|'),
  Paiement: ({paymentAccepted}) => paymentAccepted?.join('|'),
  Produits: ({products}) => products?.join('|'),
  SIRET: ({siret}) => siret,
  'Source name': ({source}) => source?.name,
  'Source URL': ({source}) => source?.url,
  'Date modified': ({source}) => source?.dateModified,
};

function toCsv(all: readonly Place[], delimiter: string): string {
  const cell = (value: Cell): string => {
    const plain = typeof value === 'boolean' ? (value ? 'oui' : 'non') : String(value ?? '');
    const written =
      typeof value === 'number' && delimiter === ';' ? plain.replace('.', ',') : plain;
    return /["\n\r]/.test(written) || written.includes(delimiter)
      ? `"${written.replace(/"/g, '""')}"`
      : written;
  };
  const rows = all.map(one => Object.values(COLUMNS).map(read => cell(read(one))));
  return [Object.keys(COLUMNS), ...rows].map(row => row.join(delimiter)).join('\r\n') + '\r\n';
}

function toWindows1252(csv: string): Uint8Array {
  const decoder = new TextDecoder('windows-1252');
  const codes = new Map(
    Array.from({length: 256}, (_, code) => [decoder.decode(Uint8Array.of(code)), code]),
  );
  return Uint8Array.from(csv, character => codes.get(character)!);
}

describe('places written out and read again', () => {
  it('are the same after GeoJSON', () => {
    fc.assert(
      fc.property(places, all => {
        const {places: again, rejected} = readPlaces(JSON.stringify(toGeojson(all)));
        assert.deepEqual(rejected, []);
        assert.deepEqual(again, all);
      }),
      {seed: 15, numRuns: 300},
    );
  });

  for (const delimiter of [';', ',', '\t']) {
    it(`are the same after CSV with ${JSON.stringify(delimiter)}, in UTF-8 and in Windows-1252`, () => {
      fc.assert(
        fc.property(places, all => {
          const csv = toCsv(all, delimiter);
          for (const bytes of [new TextEncoder().encode(`\ufeff${csv}`), toWindows1252(csv)]) {
            const {places: again, rejected, format} = readPlaces(bytes);
            assert.equal(format, 'csv');
            assert.deepEqual(rejected, []);
            assert.deepEqual(again, all);
          }
        }),
        {seed: 16, numRuns: 200},
      );
    });
  }
});
