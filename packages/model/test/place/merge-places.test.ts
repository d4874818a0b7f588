import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {mergePlaces} from '../../src/place/merge-places.js';
import type {Place} from '../../src/place/place.js';
import {readPlaces} from '../../src/place/read-places.js';

const METER = 1 / 111_195;

/** A place so many metres north of the village church. */
function place(name: string, meters = 0, more: Partial<Place> = {}): Place {
  const geo = {longitude: 0.52, latitude: 48.4 + meters * METER};
  return {id: name, name, geo, categories: ['bakery'], ...more};
}

const isMerged = (one: Place, other: Place): boolean =>
  mergePlaces([[one], [other]]).duplicates === 1;

describe('mergePlaces', () => {
  for (const [one, other] of [
    ['Boulangerie Lecourbe', 'BOULANGERIE LECOURBE'],
    ['L’Épi d’Or', 'L EPI D OR'],
    ['La Ferme du Bois Joli', 'EARL Ferme du Bois-Joli'],
    ['Boulangerie Lecourbe', 'Lecourbe'],
    ['Boulangerie Lecourbe', 'Boulangrie Lecourbe'],
    ['Boulangerie Lecourbe', 'Boulangerie Lecuorbe'],
    ['Jean Dupont', 'DUPONT Jean'],
    ['Chez Marie', 'Chez Marie Lecourbe'],
    ['Boulangerie', 'La boulangerie'],
    ['Bel Air', 'Belair'],
    ['★ ★', '★ ★'],
  ] as const) {
    it(`takes “${one}” and “${other}” for one at 80 m, and for two at 130 m`, () => {
      assert.ok(isMerged(place(one), place(other, 80)));
      assert.ok(!isMerged(place(one), place(other, 130)));
    });
  }

  for (const [one, other] of [
    ['Boulangerie Dupont', 'Boulangerie Durand'],
    ['Boulangerie Dupont', 'Boulangerie'],
    ['Boulangerie du Port', 'Boulangerie de la Gare'],
    ['Marie Dupont', 'Marie Durand'],
    ['Bistrot 1900', 'Bistrot 1901'],
    ['Chez Léa', 'Chez Léo'],
    ['Ferme Martin Bernard', 'Ferme Martin Leroy'],
    ['Hameau Primeur', 'Les Halles du Hameau'],
    ['Carrefour City', 'City Supermarket'],
  ] as const) {
    it(`takes “${one}” and “${other}” for two, though on one spot`, () => {
      assert.ok(!isMerged(place(one), place(other)));
    });
  }

  it('keeps different businesses in one building apart', () => {
    const bakery = place('Boulangerie Dupont');
    assert.ok(!isMerged(bakery, place('Boucherie Dupont', 0, {categories: ['butcher']})));
    assert.ok(!isMerged(bakery, place('Dupont Coiffure', 0, {categories: ['hairdresser']})));
    assert.ok(!isMerged(bakery, place('Dupont', 0, {categories: ['butcher']})));
    const table = place('Chez Marie', 0, {categories: ['restaurant']});
    assert.ok(!isMerged(table, place('Marie Coiffure', 0, {categories: ['hairdresser']})));
    assert.ok(!isMerged(table, place('Chez Marie', 0, {categories: ['hairdresser']})));
    const shared = {telephone: '02 97 00 00 00'};
    assert.ok(
      !isMerged(
        {...bakery, ...shared},
        place('Boucherie Dupont', 0, {...shared, categories: ['butcher']}),
      ),
    );
  });

  it('forgives other words for a kind when the categories agree', () => {
    const one = place('Boulangerie Dupont', 0, {categories: ['bakery', 'pastry']});
    assert.ok(isMerged(one, place('Pâtisserie Dupont', 20, {categories: ['pastry']})));
    const farm = place('Ferme du Bois', 0, {categories: ['farm']});
    assert.ok(isMerged(farm, place('GAEC du Bois', 20, {categories: ['cheese-shop']})));
    assert.ok(isMerged(farm, place('Ferme du Bois', 20, {categories: ['other']})));
  });

  it('believes the SIRET first, wherever the two stand', () => {
    const siret = '12345678900011';
    assert.ok(isMerged(place('A', 0, {siret}), place('Tout autre', 9000, {siret})));
    assert.ok(!isMerged(place('A', 0, {siret}), place('A', 0, {siret: '12345678900029'})));
  });

  for (const [what, one, other] of [
    ['telephone', {telephone: '+33 (0)2 97 00 00 00'}, {telephone: '02.97.00.00.00'}],
    ['e-mail', {email: 'A@ferme.example'}, {email: 'a@ferme.example'}],
    ['site', {url: 'https://www.ferme.example/'}, {url: 'http://ferme.example'}],
  ] as const) {
    it(`needs less where the ${what} is the same`, () => {
      const bakery = place('Boulangerie Lecourbe', 0, one);
      assert.ok(isMerged(bakery, place('La Boulangerie', 240, other)));
      assert.ok(!isMerged(bakery, place('La Boulangerie', 260, other)));
      assert.ok(!isMerged(bakery, place('La Boulangerie', 50)));
      assert.ok(!isMerged(bakery, place('Boulangerie Durand', 50, other)));
    });
  }

  it('does not merge within one list, and gives each its best partner', () => {
    const shop = place('Leclerc', 0, {id: 'a'});
    const drive = place('Leclerc Drive', 40, {id: 'b'});
    const {places, duplicates} = mergePlaces([
      [shop, drive],
      [
        {...drive, id: 'd', telephone: '1'},
        {...shop, id: 'c', telephone: '2'},
      ],
    ]);
    assert.equal(duplicates, 2);
    assert.deepEqual(
      places.map(({id, telephone}) => [id, telephone]),
      [
        ['a', '2'],
        ['b', '1'],
      ],
    );
    assert.equal(mergePlaces([[shop, {...shop, id: 'z'}]]).duplicates, 0);
  });

  it('fills what the first list does not know, each group of fields from one source', () => {
    const first = place('Boulangerie Lecourbe', 0, {
      id: 'ours',
      categories: ['food'],
      address: {addressLocality: 'Flers'},
      services: {collect: true},
      labels: ['Fait maison'],
      source: {name: 'Mairie'},
    });
    const second = place('LECOURBE', 10, {
      id: 'theirs',
      address: {streetAddress: '1 rue du Four', postalCode: '61100'},
      openingHours: 'Mo-Fr 09:00-12:00',
      services: {collect: false, delivery: true},
      labels: ['fait maison', 'Bio'],
      source: {name: 'OpenStreetMap', url: 'https://osm.example/1'},
    });
    const third = place('Lecourbe', 20, {
      telephone: '02',
      openingHours: '24/7',
      source: {name: 'Annuaire'},
    });
    assert.deepEqual(mergePlaces([[first], [second], [third]]), {
      duplicates: 2,
      places: [
        {
          ...first,
          categories: ['bakery'],
          telephone: '02',
          openingHours: 'Mo-Fr 09:00-12:00',
          services: {collect: true, delivery: true},
          labels: ['Fait maison', 'Bio'],
          otherSources: [second.source, third.source],
        },
      ],
    });
  });

  it('does not credit a place without source to the source that only added to it', () => {
    const [merged] = mergePlaces([[place('A')], [place('A', 0, {source: {name: 'B'}})]]).places;
    assert.equal(merged!.source, undefined);
    assert.deepEqual(merged!.otherSources, [{name: 'B'}]);
  });

  it('makes ids unique, the same at every reading, and keeps those of the first list', () => {
    const lists = [
      [place('A', 0, {id: 'x'}), place('B', 500, {id: 'x-2'})],
      [place('C', 1000, {id: 'x'})],
      [place('D', 1500, {id: 'x'}), place('E', 2000, {id: 'x-3'})],
    ];
    const ids = mergePlaces(lists).places.map(({id}) => id);
    assert.deepEqual(ids, ['x', 'x-2', 'x-4', 'x-5', 'x-3']);
  });

  it('finds neighbours across the lines of its grid, at any latitude', () => {
    for (const latitude of [-75, -0.0001, 0, 43.7, 48.4, 69.9]) {
      for (const angle of [0, 0.7, 1.6, 2.5, 3.1, 4]) {
        const near = {
          latitude: latitude + 95 * METER * Math.sin(angle),
          longitude: 0 + (95 * METER * Math.cos(angle)) / Math.cos((latitude * Math.PI) / 180),
        };
        const one = place('Lecourbe', 0, {geo: {longitude: 0, latitude}});
        assert.ok(isMerged(one, place('Lecourbe', 0, {geo: near})), `${latitude} ${angle}`);
      }
    }
  });

  it('is not slowed by thousands of places on one spot', () => {
    const crowd = Array.from({length: 3000}, (_, i) => place(`Stand ${i}`, 0, {id: `s${i}`}));
    assert.deepEqual(mergePlaces([crowd, crowd]), {places: crowd, duplicates: crowd.length});
  });

  it('gives nothing for nothing', () => {
    assert.deepEqual(mergePlaces([]), {places: [], duplicates: 0});
    assert.deepEqual(mergePlaces([[], [place('A')]]).places, [place('A')]);
  });
});

const word = fc.constantFrom('Lecourbe', 'Dupont', 'Bois', 'Épi', 'Ferme', 'Boulangerie', 'La', '');
const anyPlace = fc.record(
  {
    id: fc.uuid(),
    name: fc.array(word, {maxLength: 4}).map(words => words.join(' ')),
    geo: fc.record(
      {
        longitude: fc.integer({min: 0, max: 30}).map(n => n / 1e4),
        latitude: fc.integer({min: 0, max: 30}).map(n => 48 + n / 1e4),
      },
      {noNullPrototype: true},
    ),
    categories: fc.constantFrom(['bakery'], ['food'], ['other'], ['hairdresser'], ['farm']),
    telephone: fc.constantFrom('0200000000', '0200000001'),
    siret: fc.constantFrom('12345678900011', '12345678900029'),
    labels: fc.constant(['AB', 'ab']),
    services: fc.constantFrom({collect: true}, {collect: false, delivery: true}),
    source: fc.constantFrom({name: 'A'}, {name: 'B'}),
  },
  {requiredKeys: ['id', 'name', 'geo', 'categories'], noNullPrototype: true},
) as fc.Arbitrary<Place>;
const anyPlaces = fc.uniqueArray(anyPlace, {maxLength: 15, selector: ({id}) => id});

describe('merged places', () => {
  it('are the list itself when it is merged with itself', () => {
    fc.assert(
      fc.property(anyPlaces, list => {
        assert.deepEqual(mergePlaces([list, list]), {places: list, duplicates: list.length});
      }),
      {seed: 31, numRuns: 500},
    );
  });

  it('lose no place, and none is in two', () => {
    fc.assert(
      fc.property(fc.array(anyPlaces, {maxLength: 4}), lists => {
        // each entry is marked by a product, which merging joins
        const marked = lists.map((list, i) =>
          list.map((one, j): Place => ({...one, products: [`${i} ${j}`]})),
        );
        const {places, duplicates} = mergePlaces(marked);
        const marks = places.flatMap(({products}) => products!);
        const given = marked.flat().flatMap(({products}) => products!);
        assert.deepEqual(marks.sort(), given.sort());
        assert.equal(places.length + duplicates, given.length);
        assert.equal(new Set(places.map(({id}) => id)).size, places.length);
        for (const {products} of places) {
          const origins = products!.map(mark => mark.split(' ')[0]);
          assert.equal(new Set(origins).size, origins.length, 'two of one list');
        }
      }),
      {seed: 32, numRuns: 300},
    );
  });

  const SURNAMES = 'Lecourbe Beauvallet Chesnaie Grandjean Marchandise Quillebeuf Trégastel'.split(
    ' ',
  );
  const KINDS = ['Boulangerie', 'Boucherie', 'La Ferme', 'Épicerie', 'Chez', 'Café', ''];
  const shuffledLetters = (text: string, at: number): string =>
    text.slice(0, at) + text[at + 1]! + text[at]! + text.slice(at + 2);
  const noise = fc.record({
    north: fc.integer({min: -35, max: 35}),
    east: fc.integer({min: -35, max: 35}),
    typo: fc.integer({min: 1, max: 5}),
    change: fc.constantFrom('case', 'accents', 'typo', 'legal form', 'nothing'),
  });

  it('find every entry of a noisy copy: case, accents, a slip, 50 m', () => {
    fc.assert(
      fc.property(fc.array(noise, {minLength: 49, maxLength: 49}), noises => {
        const list = noises.map((_, i) =>
          place(`${KINDS[i % 7]!} ${SURNAMES[Math.floor(i / 7)]!}`.trim(), i * 20, {id: `a${i}`}),
        );
        const copy = list.map(({name, geo, ...rest}, i): Place => {
          const {north, east, typo, change} = noises[i]!;
          const at = name.lastIndexOf(' ') + 1 + typo;
          const names: Record<string, string> = {
            case: name.toUpperCase(),
            accents: name.normalize('NFD').replace(/\p{M}/gu, ''),
            typo: shuffledLetters(name, at),
            'legal form': `SARL ${name}`,
          };
          const moved = {
            latitude: geo.latitude + north * METER,
            longitude: geo.longitude + east * 1.5 * METER,
          };
          return {...rest, id: `b${i}`, name: names[change] ?? name, geo: moved};
        });
        assert.equal(mergePlaces([list, copy.reverse()]).duplicates, list.length);
      }),
      {seed: 33, numRuns: 100},
    );
  });

  const data = process.env['LOCAL_WIDGETS_DATA'];
  it(
    'find 9,000 real producers in their own copy without SIRET and ids, a few metres away',
    {skip: data === undefined && 'LOCAL_WIDGETS_DATA is not set'},
    () => {
      const file = join(data!, 'local-shops-producers-fr.geojson');
      const {places: list} = readPlaces(readFileSync(file));
      const copy = list.map(({name, geo, categories}, i): Place => ({
        id: `copy-${i}`,
        name: name.toUpperCase(),
        geo: {longitude: geo.longitude + 0.0001, latitude: geo.latitude - 0.0001},
        categories,
      }));
      assert.equal(mergePlaces([list, copy]).duplicates, list.length);
    },
  );
});
