import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {feedWords as words} from '../../src/place/feed-words.js';
import {readPlacesLazily} from '../../src/place/read-places-lazily.js';
import {readPlaces} from '../../src/place/read-places.js';
import {readers} from '../../src/place/readers/readers.js';
import {UnreadableFeedError} from '../../src/place/unreadable-feed-error.js';
import {formatOf, samples} from './sample-feeds.js';

const COUNT = 300;
const feedOf = (title: string, count: number) => {
  const {row, wrap} = samples[title]!;
  return wrap(Array.from({length: count}, (_, at) => row(at)));
};

for (const [title, {row, broken, wrap, first}] of Object.entries(samples)) {
  const format = formatOf(title);

  describe(`a feed in ${title}`, () => {
    it('is known by its content, and by no other reader', () => {
      for (const count of [1, 5]) {
        const feed = feedOf(title, count);
        const result = readPlaces(feed);
        assert.equal(result.format, format);
        assert.equal(result.places.length, count);
        if (typeof feed === 'string' || feed instanceof Uint8Array) continue;
        const claims = readers.filter(
          reader => reader.input === 'json' && reader.read(feed, words),
        );
        assert.deepEqual(
          claims.map(reader => reader.format),
          [format],
        );
      }
    });

    it('is read alike as text, as a value, with its name, and lazily', async () => {
      const feed = feedOf(title, 5);
      const result = readPlaces(feed);
      const text =
        typeof feed === 'object' && !(feed instanceof Uint8Array) && JSON.stringify(feed);
      assert.deepEqual(readPlaces(feed, {format}), result);
      assert.deepEqual(await readPlacesLazily(feed), result);
      assert.deepEqual(await readPlacesLazily(feed, {format}), result);
      if (text) assert.deepEqual(await readPlacesLazily(text), result);
    });

    it('loses exactly the 1 % of its rows that are broken, each named with place and reason', () => {
      const spoiled = fc.uniqueArray(
        fc.tuple(fc.integer({min: 0, max: COUNT - 1}), fc.constantFrom(...broken)),
        {minLength: COUNT / 100, maxLength: COUNT / 100, selector: ([at]) => at},
      );
      fc.assert(
        fc.property(spoiled, all => {
          const rows = Array.from({length: COUNT}, (_, at) => row(at));
          for (const [at, [bad]] of all) rows[at] = bad;
          const {places, rejected, truncated} = readPlaces(wrap(rows), {format});
          assert.deepEqual(
            rejected.map(({at, reason}) => ({at: at - first, reason})),
            all.map(([at, [, reason]]) => ({at, reason})).sort((one, other) => one.at - other.at),
          );
          assert.ok(rejected.every(({detail}) => detail && detail.length < 300));
          assert.equal(places.length, COUNT - all.length);
          assert.equal(truncated, false);
        }),
        {seed: 31, numRuns: 40},
      );
    });

    it('gives one clear error under any other name', async () => {
      const feed = feedOf(title, 3);
      for (const other of readers.map(reader => reader.format)) {
        // A table is text in any case; only its reader knows which.
        if (other === format) continue;
        const isUnreadable = (error: unknown) =>
          error instanceof UnreadableFeedError && error.detail.length > 0;
        assert.throws(() => readPlaces(feed, {format: other}), isUnreadable);
        await assert.rejects(readPlacesLazily(feed, {format: other}), isUnreadable);
      }
      const unknown = 'kml' as 'csv';
      assert.throws(() => readPlaces(feed, {format: unknown}), {
        detail: 'no format is called "kml"',
      });
      await assert.rejects(readPlacesLazily(feed, {format: unknown}), {
        detail: 'no format is called "kml"',
      });
    });

    it('takes the name of the publisher as the default', () => {
      const {source} = readPlaces(feedOf(title, 1), {sourceName: 'Mairie'}).places[0]!;
      const own = {osm: 'OpenStreetMap', 'agence-bio': 'Agence Bio'} as Record<string, string>;
      const expected =
        format === 'recherche-entreprises' ? 'Annuaire des entreprises' : own[format];
      assert.equal(source?.name, expected ?? 'Mairie');
    });
  });
}

describe('the readers', () => {
  /** Keys that the readers look at, so that random values reach every branch. */
  const keys = (
    'type id lat lon tags center bounds geometry nodes @type @graph @context @id @value itemListElement ' +
    'item mainEntity geo latitude longitude address location name openingHours openingHoursSpecification ' +
    'specialOpeningHoursSpecification dayOfWeek opens closes validFrom validThrough image makesOffer ' +
    'hasOfferCatalog identifier data ontology mapping categories openHours sourceKey items numeroBio ' +
    'certificats etatCertification adressesOperateurs productions activites siteWebs results siege ' +
    'matching_etablissements etat_administratif liste_enseignes adresse code_postal __proto__'
  ).split(' ');
  const leaf = fc.constantFrom<unknown>(
    ...[
      null,
      true,
      47,
      -2,
      Infinity,
      '',
      'node',
      'Bakery',
      'ItemList',
      'ListItem',
      'Event',
      'gogofull',
    ],
    ...['47,6', 'A', 'ENGAGEE', '09:00', '2026-12-24', 'Mo', 'Vente directe', '<script>', '\u202e'],
  );
  const {value} = fc.letrec(tie => ({
    value: fc.oneof(
      {maxDepth: 5, depthIdentifier: 'depth'},
      leaf,
      fc.array(tie('value'), {maxLength: 4}),
      fc.dictionary(fc.constantFrom(...keys), tie('value'), {maxKeys: 7, noNullPrototype: true}),
    ),
  }));
  const envelope = fc.constantFrom(
    'elements',
    '@graph',
    'itemListElement',
    'data',
    'items',
    'results',
  );

  it('throw nothing but the promised error, and lose no row of JSON to an error of their own', () => {
    let read = 0;
    fc.assert(
      fc.property(envelope, fc.array(value, {maxLength: 6}), (key, rows) => {
        for (const {format} of readers) {
          try {
            const {places, rejected} = readPlaces(
              {[key]: rows, ontology: 'gogofull', total_results: 1},
              {format},
            );
            read++;
            for (const {name, geo} of places) {
              assert.ok(name && Math.abs(geo.latitude) <= 90 && Math.abs(geo.longitude) <= 180);
            }
            assert.ok(
              rejected.every(({reason}) => reason !== 'bad-row'),
              JSON.stringify(rejected),
            );
          } catch (error) {
            if (!(error instanceof UnreadableFeedError)) throw error;
          }
        }
      }),
      {seed: 32, numRuns: 2000},
    );
    assert.ok(read > 1000);
  });

  it('survive getters and deep nesting in a row, which is then a bad one', () => {
    const trap = (): object => ({
      get name(): string {
        throw new Error('trap');
      },
    });
    const good = {geo: {latitude: 47, longitude: 2}, name: 'A', '@type': 'Bakery'};
    const deep: unknown = JSON.parse('['.repeat(50_000) + ']'.repeat(50_000));
    const bad = Object.assign(trap(), {'@type': 'Bakery'});
    Object.defineProperty(bad, 'name', Object.getOwnPropertyDescriptor(trap(), 'name')!);
    const {places, rejected} = readPlaces([good, bad, {...good, name: deep}, deep, good]);
    assert.equal(places.length, 2);
    assert.deepEqual(
      rejected.map(({at, reason}) => `${at} ${reason}`),
      ['1 bad-row', '2 no-name'],
    );
  });

  it('know the fields of French tables by further headers', () => {
    const text =
      'nom_etablissement;latitude_wgs84;longitude_wgs84;tél.;horaires_ouverture;N° SIRET;nom_commune;Photos\n' +
      'A;47,6;-2,7;02 97 00 00 00;Mo 09:00-12:00;12345678900011;Vannes;https://a.example/p.jpg';
    assert.deepEqual(readPlaces(text).places, [
      {
        id: '12345678900011',
        name: 'A',
        geo: {longitude: -2.7, latitude: 47.6},
        categories: ['other'],
        address: {addressLocality: 'Vannes'},
        telephone: '02 97 00 00 00',
        image: {url: 'https://a.example/p.jpg'},
        openingHours: 'Mo 09:00-12:00',
        siret: '12345678900011',
      },
    ]);
  });
});
