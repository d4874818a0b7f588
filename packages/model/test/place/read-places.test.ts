import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {readPlaces, type ReadPlacesResult} from '../../src/place/read-places.js';
import {UnreadableFeedError} from '../../src/place/unreadable-feed-error.js';

type Input = Parameters<typeof readPlaces>[0];

/** Reads, and lets only the promised error through. */
function read(input: Input, options: Parameters<typeof readPlaces>[1] = {}) {
  try {
    return readPlaces(input, options);
  } catch (error) {
    assert.ok(error instanceof UnreadableFeedError, String(error));
    return error;
  }
}

function check(result: ReadPlacesResult | UnreadableFeedError): void {
  if (result instanceof UnreadableFeedError) return;
  const ids = new Set(result.places.map(({id}) => id));
  assert.equal(ids.size, result.places.length);
  for (const place of result.places) {
    assert.ok(place.name && place.categories.length);
    assert.ok(Math.abs(place.geo.longitude) <= 180 && Math.abs(place.geo.latitude) <= 90);
    assert.doesNotMatch(JSON.stringify(place), /\[object|[\u202a-\u202e\u2066-\u2069]/);
    for (const url of [place.url, place.image?.url, place.source?.url]) {
      if (url !== undefined) assert.match(url, /^https?:\/\//);
    }
  }
}

const feature = (properties: unknown, geometry: unknown) => ({
  type: 'Feature',
  properties,
  geometry,
});
const somewhere = {type: 'Point', coordinates: [-2.76, 47.66]};

describe('readPlaces', () => {
  for (const [what, input, code] of [
    ['nothing', '', 'empty'],
    ['white space', ' \n\ufeff', 'empty'],
    ['no bytes', new Uint8Array(), 'empty'],
    ['a web page', '<!DOCTYPE html><title>404</title>', 'html'],
    ['a login page', ' <html lang=fr>', 'html'],
    ['XML', '<?xml version="1.0"?><rss/>', 'unknown-format'],
    ['a workbook', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 6, 0), 'binary'],
    ['cut JSON', '{"type":"FeatureCollection","features":[{"ty', 'not-json'],
    ['Python output', "{'type': 'FeatureCollection'}", 'not-json'],
    ['another JSON', '{"error":"not found"}', 'unknown-format'],
    ['an array of numbers', '[1,2]', 'unknown-format'],
    ['a sentence', 'Service Unavailable', 'unknown-format'],
    ['null', null as unknown as object, 'unknown-format'],
    ['undefined', undefined as unknown as object, 'unknown-format'],
    ['a number', 3 as unknown as object, 'unknown-format'],
  ] as const) {
    it(`refuses ${what} as ${code}`, () => {
      assert.throws(
        () => readPlaces(input),
        (error: unknown) => error instanceof UnreadableFeedError && error.code === code,
      );
    });
  }

  it('takes the word of `format` over the content', () => {
    assert.throws(() => readPlaces('nom;lat;lon\nA;1;2', {format: 'geojson'}), {code: 'not-json'});
    assert.throws(() => readPlaces({features: []}, {format: 'csv'}), {code: 'unknown-format'});
    assert.equal(readPlaces('nom;lat;lon\nA;1;2', {format: 'csv'}).places.length, 1);
  });

  it('stops at maxPlaces and says so', () => {
    const features = ['A', 'B', '', 'C', 'D'].map(name => feature({name}, somewhere));
    const {places, rejected, truncated} = readPlaces(features, {maxPlaces: 2});
    assert.deepEqual(
      places.map(({name}) => name),
      ['A', 'B'],
    );
    assert.equal(truncated, true);
    assert.deepEqual(rejected, [
      {at: 2, unit: 'item', reason: 'too-many', detail: 'reading stops after 2 places'},
    ]);
    assert.equal(readPlaces(features, {maxPlaces: 4}).truncated, false);
  });

  it('does not change its input', () => {
    const input = [feature({name: 'A', labels: ['x'], organic: 'yes'}, somewhere)];
    const before = structuredClone(input);
    readPlaces(input);
    assert.deepEqual(input, before);
  });

  it('survives any JSON, parsed or as text', () => {
    fc.assert(
      fc.property(fc.jsonValue({maxDepth: 5}), value => {
        check(read(value as object));
        check(read(JSON.stringify(value)));
      }),
      {seed: 11, numRuns: 300},
    );
  });

  it('survives any properties and geometry', () => {
    const keys = fc.constantFrom(
      ...'name id category address geo services image source labels siret lat lon tags url email'.split(
        ' ',
      ),
      ...['addr:street', 'payment:cash', 'opening_hours', '__proto__', 'constructor', 'toString'],
    );
    const properties = fc.dictionary(keys, fc.jsonValue({maxDepth: 3}), {noNullPrototype: false});
    const geometry = fc.oneof(
      fc.jsonValue({maxDepth: 4}),
      fc.record({type: fc.constantFrom('Point', 'Polygon', 'x'), coordinates: fc.jsonValue()}),
      fc.constant(somewhere),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(properties, geometry)), rows => {
        const features = rows.map(([one, other]) => feature({name: 'A', ...one}, other));
        const result = read(features);
        check(result);
        assert.ok(!(result instanceof UnreadableFeedError));
        assert.equal(result.places.length + result.rejected.length, rows.length);
      }),
      {seed: 12, numRuns: 500},
    );
  });

  it('survives any text and any bytes, with or without a header', () => {
    const header = fc.constantFrom('', 'nom;lat;lon\n', 'name,latitude,longitude\n', 'sep=;\n');
    const cells = fc.array(
      fc.constantFrom('"', '""', ';', ',', '\n', '\r\n', 'A', '1', '47,6', '\t', ' '),
      {maxLength: 40},
    );
    fc.assert(
      fc.property(
        header,
        fc.oneof(
          fc.string({unit: 'binary'}),
          cells.map(c => c.join('')),
        ),
        (h, t) => {
          check(read(h + t));
        },
      ),
      {seed: 13, numRuns: 1000},
    );
    fc.assert(
      fc.property(header, fc.uint8Array(), (start, bytes) => {
        check(read(Uint8Array.from([...new TextEncoder().encode(start), ...bytes])));
        check(read(bytes));
      }),
      {seed: 14, numRuns: 500},
    );
  });

  it('survives objects that throw when looked at', () => {
    const trap = new Proxy(
      {},
      {
        get() {
          throw new Error('trap');
        },
      },
    );
    const getter = {
      get name(): string {
        throw new TypeError('getter');
      },
    };
    const sullen = {
      get type(): string {
        throw Object.create(null);
      },
    };
    assert.ok(read(trap) instanceof UnreadableFeedError);
    assert.ok(read(sullen) instanceof UnreadableFeedError);
    const {places, rejected} = readPlaces([
      feature({name: 'A'}, somewhere),
      feature(getter, somewhere),
      feature({name: 'B', category: [Object.create(null)]}, somewhere),
    ]);
    assert.equal(places[0]!.name, 'A');
    assert.deepEqual(rejected[0], {at: 1, unit: 'item', reason: 'bad-row', detail: 'getter'});
  });

  it('survives deep nesting', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    check(read(deep));
    check(read(`{"type":"FeatureCollection","features":[${deep}]}`));
    const geometry = `{"type":"Polygon","coordinates":${deep}}`;
    const properties = `{"name":"A","category":${deep},"labels":${deep},"address":${deep}}`;
    check(read(`[{"type":"Feature","properties":${properties},"geometry":${geometry}}]`));
  });

  it('stops at a flood of bad rows', () => {
    const flood = new Array<unknown>(200_000).fill(0);
    const {places, rejected, truncated} = readPlaces([feature({name: 'A'}, somewhere), ...flood]);
    assert.equal(places.length, 1);
    assert.equal(rejected.length, 100_001);
    assert.equal(rejected.at(-1)!.reason, 'too-many');
    assert.equal(truncated, true);
  });

  it('reads megabytes without delimiters, quotes or ends in linear time', () => {
    const header = 'nom;lat;lon\n';
    for (const flood of ['a"b\n', '"a', ';"', 'a"b;', '"";', '"\n', '""\n', 'x"";"\n']) {
      check(read(header + flood.repeat(1_000_000)));
    }
  });

  it('survives a cell and a line of 10 MB', () => {
    const long = 'été <b> '.repeat(1_300_000);
    const row = feature({name: long, description: long, category: long, url: long}, somewhere);
    const {places} = readPlaces([row]);
    assert.equal(places[0]!.name.length, 200);
    check(read(long));
    const csv = readPlaces(`nom;lat;lon;description\nA;47.6;-2.7;${long}`);
    assert.equal(csv.places[0]!.description!.length, 5000);
  });

  it('keeps hostile text as plain text and drops hostile links, in every field', () => {
    const hostile = [
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      'javascript:alert(1)',
      '\u202egnp.exe',
      '__proto__',
      '=HYPERLINK("http://evil")',
      '${7*7}{{7*7}}',
      '\u0000\u001b[31m',
    ];
    const fields = (
      'id name category categoryLabel description telephone email url image openingHours siret ' +
      'labels products paymentAccepted collect source sourceUrl dateModified postalCode address'
    ).split(' ');
    for (const text of hostile) {
      for (const field of fields) {
        const result = readPlaces([feature({name: 'A', [field]: text}, somewhere)]);
        check(result);
        const place = result.places[0]!;
        if (field === 'description') assert.equal(place.description, text.replace(/\p{C}/gu, ''));
        if (field === 'url') assert.equal(place.url, undefined);
      }
    }
  });

  it('is not touched by keys of the prototype', () => {
    const text = `[{"type":"Feature","geometry":${JSON.stringify(somewhere)},"properties":
      {"name":"A","__proto__":{"description":"x","polluted":1},"constructor":{"prototype":{"polluted":1}}}}]`;
    const {places} = readPlaces(text);
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
    assert.equal(places[0]!.description, undefined);
    assert.equal(readPlaces('nom;lat;lon;__proto__;constructor\nA;47;2;x;y').places.length, 1);
  });

  it('refuses giant and odd numbers as positions', () => {
    const odd = [
      '1e400',
      '-1e400',
      '1e308',
      '0x2f',
      '47.66°N',
      '47.6.6',
      'Infinity',
      '',
      ' ',
      '١٢',
    ];
    for (const value of odd) {
      const {rejected} = readPlaces([feature({name: 'A', lat: value, lon: '2'}, null)]);
      assert.equal(rejected.length, 1, value);
      assert.match(rejected[0]!.reason, /position$/);
      assert.ok(rejected[0]!.detail.length < 200);
    }
  });
});

describe('readPlaces on a feed with 1 % of broken rows', () => {
  const COUNT = 1000;
  const isBroken = (at: number) => at % 100 === 42;
  const broken = Array.from({length: COUNT}, (_, at) => at).filter(isBroken);

  it('loses exactly those features', () => {
    const spoil = [
      null,
      {type: 'Feature'},
      feature({}, somewhere),
      feature({name: 'A'}, {type: 'Point'}),
    ];
    const features = Array.from({length: COUNT}, (_, at) =>
      isBroken(at)
        ? spoil[Math.floor(at / 100) % spoil.length]
        : feature({name: `P${at}`}, somewhere),
    );
    const {places, rejected} = readPlaces({type: 'FeatureCollection', features});
    assert.deepEqual(
      rejected.map(({at}) => at),
      broken,
    );
    assert.equal(places.length, COUNT - broken.length);
  });

  it('loses exactly those lines', () => {
    const spoil = ['"A;47;2;x', 'A;x;2;x', ';47;2;x', 'A;47;2;x;y;z', 'A"";"";"4;7', '"A"B;47;2;x'];
    const lines = Array.from({length: COUNT}, (_, at) =>
      isBroken(at)
        ? spoil[Math.floor(at / 100) % spoil.length]!
        : `"P ""${at}""";47;2;"rue; ${at}"`,
    );
    const {places, rejected} = readPlaces(['nom;lat;lon;adresse', ...lines].join('\r\n'));
    assert.deepEqual(
      rejected.map(({at, unit}) => `${unit} ${at - 2}`),
      broken.map(at => `line ${at}`),
    );
    assert.equal(places.length, COUNT - broken.length);
    assert.equal(places[0]!.name, 'P "0"');
  });
});

const data = process.env['LOCAL_WIDGETS_DATA'];
const skip = data ? false : 'LOCAL_WIDGETS_DATA is not set';

describe('readPlaces on open data', () => {
  it('reads the 9,418 French food shops and knows the category of each', {skip}, () => {
    const bytes = readFileSync(join(data!, 'local-shops-producers-fr.geojson'));
    const {places, rejected} = readPlaces(bytes);
    assert.equal(places.length, 9418);
    assert.deepEqual(rejected, []);
    assert.ok(places.filter(({categories}) => categories[0] === 'other').length < 94);
  });

  it('reads the shops of Monaco, and rejects only what has no name', {skip}, () => {
    const bytes = readFileSync(join(data!, 'osm-monaco-riviera-pois.geojson'));
    const {places, rejected} = readPlaces(bytes);
    assert.equal(places.length + rejected.length, 421);
    assert.deepEqual([...new Set(rejected.map(({reason}) => reason))], ['no-name']);
    assert.equal(places.filter(({openingHours}) => openingHours).length > 70, true);
  });
});
