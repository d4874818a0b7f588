import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readPlaces} from '../../src/place/read-places.js';

const VANNES = [-2.7603, 47.6582];

const feature = (properties: object, coordinates: unknown = VANNES, type = 'Point') => ({
  type: 'Feature',
  geometry: {type, coordinates},
  properties: {name: 'Le Pain', ...properties},
});
const place = (properties: object, options = {}) =>
  readPlaces([feature(properties)], options).places[0]!;
const collection = (...features: unknown[]) => ({type: 'FeatureCollection', features});

describe('the GeoJSON reader', () => {
  it('reads a whole place with the names of schema.org', () => {
    const properties = {
      id: 'ferme-du-bois',
      name: 'Ferme du Bois',
      category: 'cheese-maker',
      categoryLabel: 'Fromager affineur',
      description: 'Tommes et lait cru.',
      address: {streetAddress: '3 chemin du Bois', postalCode: '01000', addressLocality: 'Bourg'},
      telephone: '02 97 00 00 00',
      email: 'bonjour@ferme.example',
      url: 'https://ferme.example/',
      image: {url: 'img/ferme.jpg', caption: 'La cour'},
      openingHours: 'Mo-Sa 09:00-12:00; PH off',
      services: {collect: true, delivery: false, drive: true, wheelchair: true},
      labels: ['AB', 'Fermier'],
      paymentAccepted: ['Espèces', 'Carte'],
      products: ['Tomme', 'Lait'],
      siret: '12345678900011',
      source: {name: 'Mairie', url: 'https://mairie.example/3', dateModified: '2026-10-01'},
    };
    const {category, ...same} = properties;
    assert.deepEqual(place(properties, {baseUrl: 'https://mairie.example/data/places.json'}), {
      ...same,
      categories: [category],
      geo: {longitude: VANNES[0], latitude: VANNES[1]},
      image: {url: 'https://mairie.example/data/img/ferme.jpg', caption: 'La cour'},
    });
  });

  it('reads the tags of OpenStreetMap', () => {
    const tags = {
      shop: 'bakery;pastry',
      'addr:housenumber': '4',
      'addr:street': 'Quai Antoine 1er',
      'addr:postcode': '98000',
      'addr:city': 'Monaco',
      'addr:country': 'MC',
      'contact:phone': '+377 97 97 97 77',
      'contact:website': 'http://pain.example',
      opening_hours: 'Mo-Su 07:00-19:00',
      wheelchair: 'limited',
      'wheelchair:description': 'Une marche',
      takeaway: 'only',
      delivery: 'no',
      drive_through: 'yes',
      organic: 'only',
      'payment:cash': 'yes',
      'payment:credit_cards': 'yes',
      'payment:cheque': 'no',
      'ref:FR:SIRET': '123 456 789 00011',
      'delivery:covid19': 'yes',
      'name:en': 'The Bread',
      source: 'survey',
      type: 'multipolygon',
    };
    const {geo, ...rest} = place(tags);
    assert.deepEqual(geo, {longitude: VANNES[0], latitude: VANNES[1]});
    assert.deepEqual(rest, {
      id: '12345678900011',
      name: 'Le Pain',
      categories: ['bakery', 'pastry'],
      description: 'Une marche',
      address: {
        streetAddress: '4 Quai Antoine 1er',
        postalCode: '98000',
        addressLocality: 'Monaco',
        addressCountry: 'MC',
      },
      telephone: '+377 97 97 97 77',
      url: 'http://pain.example/',
      openingHours: 'Mo-Su 07:00-19:00',
      services: {collect: true, delivery: false, drive: true, wheelchair: false},
      labels: ['Bio'],
      paymentAccepted: ['cash', 'credit cards'],
      siret: '12345678900011',
    });
  });

  it('reads flat exports with original labels, guessed tags and names in capitals', () => {
    const row = {
      name: 'EARL DE LA BAIE',
      category: 'conchyliculteur',
      osm: ['shop=seafood'],
      activities: ['Conchyliculture', 'Libre service'],
      address: '2 LE PORT',
      postalCode: '56260',
      city: 'Larmor',
    };
    const {name, categories, categoryLabel, address} = place(row);
    assert.equal(name, 'EARL de la Baie');
    assert.deepEqual(categories, ['shellfish', 'fishmonger']);
    assert.equal(categoryLabel, 'Conchyliculture');
    assert.deepEqual(address, {
      streetAddress: '2 LE PORT',
      postalCode: '56260',
      addressLocality: 'Larmor',
    });
  });

  it('takes a collection, one feature, or a bare array', () => {
    for (const input of [collection(feature({})), feature({}), [feature({})]]) {
      assert.equal(readPlaces(input).places.length, 1);
      assert.equal(readPlaces(JSON.stringify(input)).format, 'geojson');
      assert.equal(readPlaces(new TextEncoder().encode(JSON.stringify(input))).places.length, 1);
    }
  });

  it('reads an empty collection as no places, which is no error', () => {
    assert.deepEqual(readPlaces(collection()), {
      places: [],
      rejected: [],
      format: 'geojson',
      truncated: false,
    });
    assert.deepEqual(readPlaces('[]').places, []);
  });

  for (const [type, coordinates] of [
    [
      'LineString',
      [
        [0, 46],
        [2, 48],
      ],
    ],
    [
      'Polygon',
      [
        [
          [0, 46],
          [2, 46],
          [2, 48],
          [0, 48],
          [0, 46],
        ],
      ],
    ],
    [
      'MultiPolygon',
      [
        [
          [
            [0, 46],
            [1, 46],
            [1, 47],
            [0, 46],
          ],
        ],
        [
          [
            [1, 47],
            [2, 48],
            [1, 48],
            [1, 47],
          ],
        ],
      ],
    ],
    [
      'MultiPoint',
      [
        [0, 46],
        [2, 48],
        [1, 47],
      ],
    ],
  ] as const) {
    it(`represents a ${type} by the middle of its box`, () => {
      const {places} = readPlaces([feature({}, coordinates, type)]);
      assert.deepEqual(places[0]!.geo, {longitude: 1, latitude: 47});
    });
  }

  it('represents a GeometryCollection by the middle of its box', () => {
    const geometries = [
      {type: 'Point', coordinates: [0, 46]},
      {
        type: 'LineString',
        coordinates: [
          [1, 46],
          [2, 48],
        ],
      },
    ];
    const geometry = {type: 'GeometryCollection', geometries};
    const {places} = readPlaces({...feature({}), geometry});
    assert.deepEqual(places[0]!.geo, {longitude: 1, latitude: 47});
  });

  it('takes the position from the properties when there is no geometry', () => {
    const properties = {name: 'A', lat: '47,66', lon: '-2,76'};
    const {places} = readPlaces({type: 'Feature', geometry: null, properties});
    assert.deepEqual(places[0]!.geo, {longitude: -2.76, latitude: 47.66});
    const nested = {name: 'A', geo: {'@type': 'GeoCoordinates', latitude: 47.66, longitude: -2.76}};
    const other = readPlaces({type: 'Feature', geometry: null, properties: nested}).places[0]!;
    assert.deepEqual(other.geo, {longitude: -2.76, latitude: 47.66});
    assert.equal(other.categoryLabel, undefined);
  });

  it('prefers the best name of a field, whatever the order', () => {
    assert.equal(
      place({name: '', operator: 'Groupe', brand: 'Marque', nom: 'Chez Anne'}).name,
      'Chez Anne',
    );
    assert.equal(place({name: null, operator: 'Groupe'}).name, 'Groupe');
  });

  it('tells the index and the reason of each rejected feature and keeps the others', () => {
    const {places, rejected} = readPlaces(
      collection(
        feature({name: 'A'}),
        feature({name: ''}),
        null,
        {type: 'Feature', properties: {name: 'B'}, geometry: null},
        feature({name: 'C'}, ['x', 47]),
        feature({name: 'D'}, [200, 47]),
        feature({name: 'E'}, [0, 0]),
        feature({name: 'F'}, [47.66, 102.5]),
        feature({name: 'G'}, [null, null]),
        feature({name: 'H'}, ['-2,76', ' 47.66 ']),
        feature({name: 'I'}, [Infinity, 47]),
        {type: 'FeatureCollection', features: []},
      ),
    );
    assert.deepEqual(
      places.map(({name}) => name),
      ['A', 'H'],
    );
    assert.deepEqual(
      rejected.map(({at, unit, reason}) => [at, unit, reason]),
      [
        [1, 'item', 'no-name'],
        [2, 'item', 'not-a-place'],
        [3, 'item', 'no-position'],
        [4, 'item', 'bad-position'],
        [5, 'item', 'bad-position'],
        [6, 'item', 'bad-position'],
        [7, 'item', 'swapped-position'],
        [8, 'item', 'no-position'],
        [10, 'item', 'bad-position'],
        [11, 'item', 'not-a-place'],
      ],
    );
    assert.equal(
      rejected[6]!.detail,
      'longitude 47.66, latitude 102.5: latitude is beyond 90; they look swapped',
    );
  });
});

describe('the checks of a place', () => {
  it('keeps http and https links only, resolved against the feed', () => {
    const baseUrl = 'https://mairie.example/data/places.json';
    for (const [url, expected] of [
      ['https://a.example/x?y#z', 'https://a.example/x?y#z'],
      ['www.ferme.fr/visite', 'http://www.ferme.fr/visite'],
      ['ferme.fr', 'http://ferme.fr/'],
      ['page.html', 'https://mairie.example/data/page.html'],
      ['/boutique', 'https://mairie.example/boutique'],
      ['javascript:alert(1)', undefined],
      [' java\tscript:alert(1)', undefined],
      ['data:text/html,x', undefined],
      ['ftp://a.example', undefined],
      ['https://bank.example@evil.example', undefined],
      ['http://', undefined],
      [42, undefined],
      [{}, undefined],
    ] as const) {
      assert.equal(place({url}, {baseUrl}).url, expected, JSON.stringify(url));
    }
    assert.equal(place({url: '/boutique'}).url, undefined);
  });

  it('resolves images against the feed and drops other schemes', () => {
    const baseUrl = 'https://mairie.example/data/places.json';
    const image = (value: unknown) => place({image: value}, {baseUrl}).image;
    assert.deepEqual(image('a.jpg'), {url: 'https://mairie.example/data/a.jpg'});
    assert.deepEqual(image([{contentUrl: '//cdn.example/a.jpg'}]), {
      url: 'https://cdn.example/a.jpg',
    });
    assert.equal(image('data:image/png;base64,xx'), undefined);
    assert.equal(image({url: 'blob:x'}), undefined);
    assert.equal(place({image: 'a.jpg'}).image, undefined);
  });

  it('keeps telephones as written when they hold six digits, and e-mails that look like one', () => {
    assert.equal(
      place({telephone: '02.97-00 00 00 (le soir)'}).telephone,
      '02.97-00 00 00 (le soir)',
    );
    assert.equal(place({telephone: 'sur demande'}).telephone, undefined);
    assert.equal(place({tel: 297000000}).telephone, '297000000');
    assert.equal(place({email: 'mailto:a@b.fr; c@d.fr'}).email, 'a@b.fr');
    assert.equal(place({email: 'a@b'}).email, undefined);
    assert.equal(place({email: 'mailto:a@b.fr?bcc=x'}).email, 'a@b.fr');
  });

  it('keeps a SIRET of 14 digits only', () => {
    assert.equal(place({siret: '123 456 789 00011'}).siret, '12345678900011');
    assert.equal(place({siret: '8.23E+13'}).siret, undefined);
    assert.equal(place({siret: '1234567890001'}).siret, undefined);
  });

  it('cuts long texts and long lists', () => {
    const long = 'x'.repeat(10_000);
    const {name, description, products} = place({
      name: long,
      description: long,
      products: Array.from({length: 99}, (_, at) => `${at}${long}`),
    });
    assert.equal(name.length, 200);
    assert.equal(description!.length, 5000);
    assert.equal(products!.length, 30);
    assert.equal(products![0]!.length, 80);
  });

  it('writes what is no text as nothing, never as "[object Object]"', () => {
    const odd = {a: {b: 1}};
    const text = JSON.stringify(
      place({
        description: odd,
        telephone: odd,
        categoryLabel: odd,
        address: odd,
        labels: [odd],
        city: [odd],
      }),
    );
    assert.doesNotMatch(text, /object Object|\{"b"/);
  });

  it('names the publisher: the row itself, else the option', () => {
    const sourceName = 'Mairie';
    assert.deepEqual(place({}, {sourceName}).source, {name: 'Mairie'});
    assert.deepEqual(place({source: {name: 'CCI', dateModified: 'hier'}}, {sourceName}).source, {
      name: 'CCI',
    });
    assert.deepEqual(place({source: 'survey'}, {sourceName}).source, {name: 'Mairie'});
  });
});

describe('ids', () => {
  it('come from the feature, the properties, the SIRET, or name and spot', () => {
    assert.equal(readPlaces({...feature({id: 'x'}), id: 'node/1'}).places[0]!.id, 'node/1');
    assert.equal(place({'@id': 'way/2'}).id, 'way/2');
    assert.equal(place({id: 7}).id, '7');
    assert.equal(place({siret: '12345678900011'}).id, '12345678900011');
    assert.match(place({name: "L'Été"}).id, /^l-ete-[0-9a-z]+$/);
  });

  it('derived ones are the same whatever the order and the rest of the feed', () => {
    const [a, b] = [feature({name: 'A'}), feature({name: 'B'})];
    const ids = (...features: object[]) => readPlaces(features).places.map(({id}) => id);
    assert.deepEqual(ids(a, b), ids(b, a).reverse());
  });

  it('are unique: doubles get a suffix that is not taken either', () => {
    const ids = ['a', 'a', 'a-2', 'a', '__proto__', '__proto__', 'constructor'];
    const {places} = readPlaces(ids.map(id => feature({id})));
    assert.deepEqual(
      places.map(({id}) => id),
      ['a', 'a-2', 'a-2-2', 'a-3', '__proto__', '__proto__-2', 'constructor'],
    );
  });
});
