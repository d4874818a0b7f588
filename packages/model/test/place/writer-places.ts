import fc from 'fast-check';
import {categories} from '../../src/place/categories.js';
import type {Place} from '../../src/place/place.js';

/** Characters that are hard for one of the formats; a letter at the beginning, and one at the end. */
const text = fc
  .array(
    fc.constantFrom(
      ...Array.from('aBéÈœ€’"“«\\𝄞日🥖'),
      ...[';', ',', '|', ' x', "'", '<b>', '</script>', '&amp;', '""', '=1+1', '\u2028'],
    ),
    {maxLength: 40},
  )
  .map(parts =>
    `z${parts.join('').replace(/\s+/g, ' ')}z`.slice(0, 79).replace(/[\ud800-\udfff]$/, ''),
  );
const item = text.map(value => value.replace(/[;|]/g, '-'));
const items = fc.uniqueArray(item, {minLength: 1, maxLength: 4});
const degrees = fc.integer({min: 1, max: 40e5}).map(value => value / 1e5);
const signed = fc.oneof(
  degrees,
  degrees.map(value => -value),
  fc.constant(2.5),
);
const digits = (length: number) => fc.stringMatching(new RegExp(`^[1-9]\\d{${length - 1}}$`));
const slug = fc.stringMatching(/^[a-z]{1,8}$/);
const link = slug.map(path => `https://example.org/${path},a;b`);
const leaf = fc.constantFrom(...categories.filter(({parent}) => parent).map(({id}) => id));
const some = <T extends object>(model: {[K in keyof T]: fc.Arbitrary<T[K]>}) =>
  fc
    .record(model, {requiredKeys: [], noNullPrototype: true})
    .filter(value => Object.keys(value).length > 0);

/** Places as `readPlaces` gives them, with every field that one feed can tell. */
export const readablePlaces = fc.uniqueArray(
  fc.record(
    {
      id: text,
      name: text,
      geo: fc.record({longitude: signed, latitude: signed}, {noNullPrototype: true}),
      categories: fc.uniqueArray(leaf, {minLength: 1, maxLength: 5}),
      categoryLabel: text,
      description: text,
      address: some({
        streetAddress: text,
        // of no country where a position could look swapped
        postalCode: fc.constantFrom('2A004', 'B-1000'),
        addressLocality: text,
        addressCountry: fc.constantFrom('FR', 'BE'),
      }),
      telephone: fc.constantFrom('+33 2 97 00 00 00', '+33297000000', '02 97 00 00 00', '3949 00'),
      email: slug.map(name => `${name}@example.org`),
      url: link,
      image: fc.record({url: link, caption: text}, {requiredKeys: ['url'], noNullPrototype: true}),
      openingHours: fc.constantFrom('Mo-Fr 09:00-12:00; PH off', '24/7', '"on call"'),
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
  ),
  {maxLength: 8, selector: ({id}) => id},
) as fc.Arbitrary<Place[]>;

const wild = fc.string({unit: 'binary', maxLength: 20});

/** Whatever the type allows, also what no reader gives. */
export const anyPlaces = fc.array(
  fc.record(
    {
      id: wild,
      name: wild,
      geo: fc.record({longitude: fc.double(), latitude: fc.double()}),
      categories: fc.array(leaf, {maxLength: 3}),
      categoryLabel: wild,
      description: wild,
      address: fc.record({streetAddress: wild, addressLocality: wild}, {requiredKeys: []}),
      telephone: wild,
      email: wild,
      url: wild,
      image: fc.record({url: wild, caption: wild}, {requiredKeys: ['url']}),
      openingHours: wild,
      services: fc.record({wheelchair: fc.boolean()}, {requiredKeys: []}),
      labels: fc.array(wild),
      paymentAccepted: fc.array(wild),
      products: fc.array(wild),
      siret: wild,
      source: fc.record({name: wild, url: wild, dateModified: wild}, {requiredKeys: []}),
      otherSources: fc.array(fc.record({name: wild, url: wild}, {requiredKeys: []})),
    },
    {requiredKeys: ['id', 'name', 'geo', 'categories'], noNullPrototype: true},
  ),
  {maxLength: 4},
) as fc.Arbitrary<Place[]>;

/** One place with nothing missing that one feed can tell. */
export const plainBakery: Place = {
  id: 'lecourbe',
  name: 'Boulangerie Lecourbe',
  geo: {longitude: 0.52484, latitude: 48.40843},
  categories: ['bakery', 'pastry'],
  categoryLabel: 'Boulangerie-pâtisserie',
  description: 'Pain, levain; brioche.',
  address: {
    streetAddress: '3 Grande Rue',
    postalCode: '61199',
    addressLocality: 'Sainte-Aubrette',
    addressCountry: 'FR',
  },
  telephone: '+33 (0)2 61 91 14 07',
  email: 'bonjour@lecourbe.example',
  url: 'https://lecourbe.example/',
  image: {url: 'https://lecourbe.example/pains.jpg', caption: 'Trois pains'},
  openingHours: 'Tu-Sa 07:00-13:00,15:30-19:30; Su 07:00-13:00',
  services: {collect: true, wheelchair: false},
  labels: ['Fait maison'],
  paymentAccepted: ['Espèces', 'Carte bancaire'],
  products: ['Pain au levain', 'Brioche'],
  siret: '12345678900011',
  source: {name: 'Mairie', url: 'https://mairie.example/1', dateModified: '2026-11-16'},
};

/** The same, after another source told of it. */
export const bakery: Place = {
  ...plainBakery,
  otherSources: [{name: 'OpenStreetMap', url: 'https://osm.example/1'}],
};
