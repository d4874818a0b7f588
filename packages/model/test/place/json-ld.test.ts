import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Place} from '../../src/place/place.js';
import {readPlaces} from '../../src/place/read-places.js';

const geo = {'@type': 'GeoCoordinates', latitude: 47.66, longitude: -2.76};
const bakery = {'@type': 'Bakery', name: 'Le Fournil', geo};
const names = (input: object) => readPlaces(input).places.map(({name}) => name);
const rejections = (input: object) =>
  readPlaces(input).rejected.map(({at, reason}) => `${at} ${reason}`);
const one = (more: object) => readPlaces({...bakery, ...more}).places[0]!;

describe('the JSON-LD reader', () => {
  it('reads a shop with all that it tells', () => {
    const {places, format} = readPlaces({
      '@context': 'https://schema.org',
      '@type': ['Bakery', 'LocalBusiness'],
      '@id': 'https://fournil.example/#shop',
      name: 'Le Fournil',
      description: 'Pain au levain.',
      geo: {'@type': 'GeoCoordinates', latitude: '47,66', longitude: '-2.76'},
      address: {
        '@type': 'PostalAddress',
        streetAddress: '3 rue du Port',
        postalCode: 56000,
        addressLocality: 'Vannes',
        addressCountry: {'@type': 'Country', name: 'FR'},
      },
      telephone: ['02 97 00 00 00', '06 00 00 00 00'],
      email: 'mailto:a@fournil.example',
      url: 'https://fournil.example/',
      image: [{'@type': 'ImageObject', url: 'https://fournil.example/p.jpg', caption: 'Pains'}],
      openingHours: ['Tu-Sa 07:00-13:00', 'Tu-Sa 15:00-19:00'],
      paymentAccepted: 'Espèces, Carte bancaire',
      hasOfferCatalog: {
        '@type': 'OfferCatalog',
        itemListElement: [
          {'@type': 'Offer', itemOffered: {'@type': 'Product', name: 'Pain de seigle'}},
          {'@type': 'OfferCatalog', name: 'Brioches'},
        ],
      },
      makesOffer: {'@type': 'Offer', name: 'Kouign-amann'},
      hasCertification: {'@type': 'Certification', name: 'AB'},
      identifier: {'@type': 'PropertyValue', propertyID: 'SIRET', value: '123 456 789 00011'},
      sameAs: ['https://social.example/fournil'],
      dateModified: '2026-10-01',
    });
    assert.equal(format, 'json-ld');
    assert.deepEqual(places, [
      {
        id: 'https://fournil.example/#shop',
        name: 'Le Fournil',
        geo: {longitude: -2.76, latitude: 47.66},
        categories: ['bakery'],
        description: 'Pain au levain.',
        address: {
          streetAddress: '3 rue du Port',
          postalCode: '56000',
          addressLocality: 'Vannes',
          addressCountry: 'FR',
        },
        telephone: '02 97 00 00 00',
        email: 'a@fournil.example',
        url: 'https://fournil.example/',
        image: {url: 'https://fournil.example/p.jpg', caption: 'Pains'},
        openingHours: 'Tu-Sa 07:00-13:00,15:00-19:00',
        labels: ['AB'],
        paymentAccepted: ['Espèces', 'Carte bancaire'],
        products: ['Kouign-amann', 'Pain de seigle', 'Brioches'],
        siret: '12345678900011',
        source: {dateModified: '2026-10-01'},
      },
    ]);
  });

  it('reads one thing, arrays, graphs, lists and pages', () => {
    const item = {'@type': 'ListItem', position: 1, item: bakery};
    for (const input of [
      {'@context': 'https://schema.org', ...bakery},
      [bakery],
      {'@context': 'https://schema.org', '@graph': [bakery]},
      {'@type': 'ItemList', itemListElement: [item]},
      {'@type': 'ItemList', itemListElement: bakery},
      {'@type': 'WebPage', mainEntity: {'@type': 'ItemList', itemListElement: [item]}},
      [{'@graph': [[{'@type': 'ItemList', itemListElement: [item]}]]}],
    ]) {
      assert.deepEqual(names(input), ['Le Fournil'], JSON.stringify(input));
      assert.deepEqual(rejections(input), []);
    }
  });

  it('passes over what stands beside places, and names what a list says is one', () => {
    const others = [
      {'@type': 'WebSite', name: 'Ma ville'},
      {'@type': 'BreadcrumbList', itemListElement: [{'@type': 'ListItem', name: 'Accueil'}]},
      {'@type': 'Event', name: 'Fête', location: {'@type': 'Place', geo}},
      {'@type': 'Person', name: 'X', address: '3 rue du Port'},
      {'@type': 'Organization', name: 'Ma ville', address: {streetAddress: 'Mairie'}},
      {'@id': 'https://fournil.example/#shop'},
    ];
    assert.deepEqual(names([...others, bakery]), ['Le Fournil']);
    assert.deepEqual(rejections([...others, bakery]), []);
    const itemListElement = [
      {'@type': 'ListItem', item: bakery},
      {'@type': 'ListItem', item: others[2]},
      {'@type': 'ListItem', url: 'https://fournil.example/'},
      null,
      {'@type': 'ListItem', item: {'@type': 'Florist', name: 'Sans lieu'}},
    ];
    assert.deepEqual(rejections({'@type': 'ItemList', itemListElement}), [
      '1 not-a-place',
      '2 not-a-place',
      '3 not-a-place',
      '4 no-position',
    ]);
    assert.deepEqual(rejections([bakery, 3, {}]), ['1 not-a-place', '2 not-a-place']);
  });

  it('finds the category by the type, without showing English words', () => {
    const kind = (type: unknown, more: object = {}) => {
      const {categories, categoryLabel} = one({'@type': type, ...more});
      return [categories.join(), categoryLabel];
    };
    assert.deepEqual(kind('https://schema.org/Florist'), ['florist', undefined]);
    assert.deepEqual(kind('schema:BookStore'), ['books', undefined]);
    assert.deepEqual(kind(['Store', 'Restaurant']), ['restaurant', undefined]);
    assert.deepEqual(kind('FarmShop'), ['farm', undefined]);
    assert.deepEqual(kind('LocalBusiness'), ['other', undefined]);
    assert.deepEqual(kind('TouristAttraction'), ['other', undefined]);
    assert.deepEqual(kind('Store', {category: 'Fromager affineur'}), [
      'cheese-maker',
      'Fromager affineur',
    ]);
  });

  it('takes an address as text, the place of an organization, and the French of several texts', () => {
    assert.deepEqual(one({address: '3 rue du Port, 56000 Vannes'}).address, {
      streetAddress: '3 rue du Port, 56000 Vannes',
    });
    const organization = {'@type': 'Organization', name: 'AMAP', location: {'@type': 'Place', geo}};
    assert.deepEqual(names([bakery, organization]), ['Le Fournil']);
    assert.deepEqual(names([{...organization, geo}]), ['AMAP']);
    const name = [
      {'@value': 'The Oven', '@language': 'en'},
      {'@value': 'Le Four', '@language': 'fr'},
    ];
    assert.equal(one({name}).name, 'Le Four');
    assert.equal(one({name: {'@value': 'Le Four'}}).name, 'Le Four');
  });

  it('reads what microdata gives: texts, and lists of one', () => {
    const {places} = readPlaces([
      {
        '@type': 'https://schema.org/Bakery',
        name: ['Le Fournil'],
        geo: [{'@type': 'GeoCoordinates', latitude: ['47.66'], longitude: ['-2.76']}],
        openingHours: ['Mo-Fr 09:00-12:00'],
        image: ['https://fournil.example/p.jpg'],
      },
    ]);
    const [{geo: position, image}] = places as [Place];
    assert.deepEqual(position, {longitude: -2.76, latitude: 47.66});
    assert.equal(image?.url, 'https://fournil.example/p.jpg');
    assert.equal(
      readPlaces([{...bakery, geo: undefined, latitude: '47.66', longitude: '-2.76'}]).places
        .length,
      1,
    );
  });

  it('reads the blocks of a web page when told so', () => {
    const page = [
      '<!DOCTYPE html><html><head><script>if (a<b) document.write("<script>")</script>',
      '<script type="application/ld+json" class=x>{"@type": "WebSite", "name": "V"}</script>',
      `<SCRIPT id='a' TYPE='application/ld+json'>\n<!-- ${JSON.stringify(bakery)} --></SCRIPT>`,
      '<script type=application/ld+json>{"@type": "Bakery", </script>',
      `<script type="application/ld+json">//<![CDATA[\n[${JSON.stringify({...bakery, name: 'B'})}]\n//]]></script>`,
      '<p>…</p><script type="application/ld+json">{"@type":',
    ].join('\n');
    const {places, rejected} = readPlaces(page, {format: 'json-ld'});
    assert.deepEqual(
      places.map(({name}) => name),
      ['Le Fournil', 'B'],
    );
    assert.equal(rejected.length, 1);
    assert.match(rejected[0]!.detail, /^JSON-LD block 3: /);
    assert.throws(() => readPlaces(page), {code: 'html'});
    assert.throws(() => readPlaces('<p>Bonjour', {format: 'json-ld'}), {code: 'html'});
    assert.throws(() => readPlaces(page, {format: 'osm'}), {code: 'html'});
  });

  it('reads megabytes of tags in linear time', () => {
    for (const flood of [
      '<script',
      '<script>',
      '<script type="application/ld+json">',
      '</script>',
    ]) {
      assert.throws(() => readPlaces(`<p>${flood.repeat(300_000)}`, {format: 'json-ld'}), {
        code: 'html',
      });
    }
  });
});
