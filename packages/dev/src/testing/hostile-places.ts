import {collection, generatePlaces} from './places.js';

/** Texts that people who mean harm, or broken exports, put where a name or a street belongs. */
export const hostileTexts = [
  '<script>window.__pwned = 1</script>',
  '<img src=x onerror="window.__pwned = 1">',
  '"><svg onload=window.__pwned=1>',
  "'-window.__pwned=1-'",
  '{{constructor.constructor("window.__pwned=1")()}}',
  '${window.__pwned = 1}',
  '\u202Egnp.eciffo\u202C \u2066\u2067hidden',
  'Zalgo ' + 'e\u0301\u0302\u0303\u0304\u0305'.repeat(40),
  'x'.repeat(20_000),
  'nul\u0000 bell\u0007 line\u2028separator',
  '\uD800 lone surrogate',
] as const;

/** Where a link belongs. */
export const hostileLinks = [
  'javascript:window.__pwned=1',
  ' \tJaVaScRiPt:window.__pwned=1',
  'java\nscript:window.__pwned=1',
  'data:text/html,<script>window.__pwned=1</script>',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'https://user:secret@example.org/',
  '//example.org/protocol-relative',
  'http://[broken',
] as const;

const fields = [
  'name',
  'shop',
  'description',
  'opening_hours',
  'addr:street',
  'addr:city',
  'addr:postcode',
  'phone',
  'email',
  'website',
  'contact:website',
  'url',
  'image',
  'wheelchair',
] as const;

const strangeGeometries: unknown[] = [
  null,
  {type: 'Point', coordinates: [7.26, 'Infinity']},
  {type: 'Point', coordinates: [1e308, -1e308]},
  {type: 'Point', coordinates: []},
  {type: 'Point', coordinates: {length: 2, 0: 7.26, 1: 43.7}},
  {type: 'Polygon', coordinates: [[]]},
];

/** How many of the features of `hostilePlaces` are ordinary and must stay. */
export const goodPlaces = 5;

/**
 * The text of a GeoJSON file that is valid but hostile in every field, among `goodPlaces` ordinary
 * places. If any of it is executed, `window.__pwned` is set.
 */
export function hostilePlaces(): string {
  const features: unknown[] = [];
  const at = (index: number): unknown => ({type: 'Point', coordinates: [7.2 + index / 1e3, 43.7]});
  for (const [index, text] of [...hostileTexts, ...hostileLinks].entries()) {
    const properties = Object.fromEntries(fields.map(field => [field, text]));
    features.push({type: 'Feature', id: text, geometry: at(index), properties});
  }
  for (const geometry of strangeGeometries) {
    features.push({type: 'Feature', geometry, properties: {name: 'Strange geometry'}});
  }
  const strangeValues = {name: {toString: 'no'}, shop: ['a', ['b']], phone: 12, website: true};
  features.push({type: 'Feature', geometry: at(50), properties: strangeValues});
  features.push(null, 42, 'text', [], {}, {type: 'Feature'});
  features.push(...generatePlaces(goodPlaces, 1));
  // An object literal cannot hold this key; a file can.
  const polluting =
    '{"type":"Feature","id":"__proto__","__proto__":{"polluted":true},"geometry":' +
    '{"type":"Point","coordinates":[7.26,43.7]},"properties":{"name":"__proto__",' +
    '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}}';
  return collection(features).replace('"features":[', `"features":[${polluting},`);
}
