import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Event} from '../../src/event/event.js';
import type {EventValues} from '../../src/event/event-values.js';
import {describeEvent, sourceOf, type DescriptionContext} from '../../src/event/to-event.js';

const BASE: DescriptionContext = {baseUrl: 'https://a.example/agenda/'};
const describeIt = (values: EventValues, context = BASE): Event =>
  describeEvent(
    {id: 'a', name: 'no', isAllDay: true, startDate: '2026-05-12', endDate: '2026-05-12'},
    values,
    context,
  );
/** What becomes of each of several values of one member. */
const check = (
  name: keyof EventValues,
  member: (event: Event) => unknown,
  rows: readonly (readonly [value: unknown, expected: unknown])[],
): void => {
  for (const [value, expected] of rows) {
    assert.deepEqual(
      member(describeIt({[name]: value})),
      expected,
      `${name}: ${JSON.stringify(value)}`,
    );
  }
};
const many = (length: number): string[] => Array.from({length}, (_, at) => `n${at}`);

describe('describeEvent, texts', () => {
  it('has nothing where nothing is said, and an empty name', () => {
    assert.deepEqual(describeIt({}), {
      id: 'a',
      name: '',
      isAllDay: true,
      startDate: '2026-05-12',
      endDate: '2026-05-12',
    });
  });

  it('cuts texts that are too long', () => {
    const cut = (length: number): string => `${'x'.repeat(length - 1)}…`;
    const [most, more] = ['x'.repeat(300), 'x'.repeat(301)];
    check('name', ({name}) => name, [
      [most, most],
      [more, cut(300)],
    ]);
    check('conditions', ({conditions}) => conditions, [
      [more, cut(300)],
      ['5 €\nsur place', '5 €\nsur place'],
    ]);
    check('locationName', ({location}) => location?.name, [[more, cut(300)]]);
    check('placeId', ({location}) => location?.placeId, [[more, cut(300)]]);
    check('organizerName', ({organizer}) => organizer?.name, [[more, cut(300)]]);
    check('description', ({description}) => description, [
      ['x'.repeat(8000), 'x'.repeat(8000)],
      ['x'.repeat(8001), cut(8000)],
    ]);
    check('categories', ({categories}) => categories, [[['x'.repeat(81)], [cut(80)]]]);
  });

  it('reads lists, or one text as a list of one; twenty of them, each once', () => {
    for (const name of ['categories', 'keywords', 'audience'] as const) {
      check(name, event => event[name], [
        [undefined, undefined],
        [null, undefined],
        ['a, b', ['a, b']],
        [
          [' a ', 'b', 'a', '', null, 7],
          ['a', 'b', '7'],
        ],
        [[], undefined],
        [many(21), many(20)],
      ]);
    }
  });

  it('takes only words that we know', () => {
    const words = 'scheduled tentative cancelled postponed rescheduled moved-online full'.split(
      ' ',
    );
    check('status', ({eventStatus}) => eventStatus, [
      ...words.map(word => [word, word] as const),
      ['CANCELLED', undefined],
      [['full'], undefined],
    ]);
    check('attendanceMode', ({eventAttendanceMode}) => eventAttendanceMode, [
      ...['offline', 'online', 'mixed'].map(word => [word, word] as const),
      ['both', undefined],
    ]);
    check('setting', ({setting}) => setting, [
      ...['indoor', 'outdoor', 'both'].map(word => [word, word] as const),
      ['mixed', undefined],
    ]);
    const needs = ['hearing', 'visual', 'mobility', 'intellectual', 'psychic'];
    check('accessibility', ({accessibility}) => accessibility, [
      [[...needs].reverse(), needs],
      [['mobility', 'odd', 'mobility'], ['mobility']],
      [['odd'], undefined],
      ['mobility', undefined],
    ]);
  });

  it('reads languages as tags', () => {
    check('inLanguage', ({inLanguage}) => inLanguage, [
      ['fr', ['fr']],
      [
        ['fr-FR', 'bre', 'zh-Hant-TW', 'français', 'f', 'fr-', 'fr-x', '-fr', 'fr fr'],
        ['fr-FR', 'bre', 'zh-Hant-TW'],
      ],
      [['français'], undefined],
    ]);
  });
});

describe('describeEvent, addresses and positions', () => {
  it('leads only to http and https', () => {
    const url = 'https://a.example/agenda/bal';
    for (const [name, member] of [
      ['url', (event: Event) => event.url],
      ['locationUrl', (event: Event) => event.location?.url],
      ['organizerUrl', (event: Event) => event.organizer?.url],
      ['onlineUrl', (event: Event) => event.onlineUrl],
      ['sourceUrl', (event: Event) => event.source?.url],
    ] as const) {
      check(name, member, [
        ['bal', url],
        ['javascript:alert(1)', undefined],
        ['mailto:a@b.example', undefined],
        [7, undefined],
      ]);
    }
    // people write the domain alone of a site
    check('url', event => event.url, [['www.bal.example', 'http://www.bal.example/']]);
    check('onlineUrl', event => event.onlineUrl, [
      ['www.bal.example', 'https://a.example/agenda/www.bal.example'],
    ]);
  });

  it('takes the first image that leads somewhere', () => {
    const url = 'https://a.example/agenda/a.jpg';
    check('image', ({image}) => image, [
      ['a.jpg', {url}],
      [
        {url: 'a.jpg', contentUrl: 'b.jpg', caption: ' Danse ', creditText: 'Paul'},
        {
          url,
          caption: 'Danse',
          creditText: 'Paul',
        },
      ],
      [{contentUrl: 'a.jpg'}, {url}],
      [['data:x', null, {url: 'javascript:x'}, 'a.jpg', 'b.jpg'], {url}],
      [[...many(19).map(() => 'data:x'), 'a.jpg'], {url}],
      [[...many(20).map(() => 'data:x'), 'a.jpg'], undefined],
      [{caption: 'Danse'}, undefined],
      [null, undefined],
      [7, undefined],
    ]);
  });

  it('reads countries as codes, of names only that of France', () => {
    check('addressCountry', ({location}) => location?.address?.addressCountry, [
      ['FR', 'FR'],
      ['be', 'BE'],
      ['France', 'FR'],
      ['Belgique', undefined],
      ['FRA', undefined],
      [undefined, undefined],
    ]);
  });

  it('reads the parts of an address, and none where none is told', () => {
    assert.deepEqual(
      describeIt({
        streetAddress: '1 rue <b>du</b> Port',
        postalCode: 56000,
        addressLocality: 'Vannes',
      }).location,
      {
        address: {
          streetAddress: '1 rue du Port',
          postalCode: '56000',
          addressLocality: 'Vannes',
        },
      },
    );
  });

  it('keeps an event whose position is none', () => {
    const geo = (longitude: unknown, latitude: unknown, postalCode?: string): unknown =>
      describeIt({longitude, latitude, postalCode}).location?.geo;
    assert.deepEqual(geo('-2,76', 47.66), {longitude: -2.76, latitude: 47.66});
    assert.equal(geo(0, 0), undefined);
    assert.equal(geo(undefined, 47.66), undefined);
    assert.equal(geo(47.66, -2.76, '56000'), undefined);
    assert.deepEqual(geo(47.66, -2.76), {longitude: 47.66, latitude: -2.76});
  });
});

describe('describeEvent, people', () => {
  it('reads telephones of six to fifteen digits, as written', () => {
    check('organizerTelephone', ({organizer}) => organizer?.telephone, [
      ['02 97 00 00 00', '02 97 00 00 00'],
      ['TEL:+33297000000', '+33297000000'],
      ['mairie 02 97 00 00 00 (matin)', 'mairie 02 97 00 00 00 (matin)'],
      [123_456, '123456'],
      ['12345', undefined],
      ['123456789012345', '123456789012345'],
      ['1234567890123456', undefined],
      ['none', undefined],
    ]);
  });

  it('reads the first e-mail address', () => {
    check('organizerEmail', ({organizer}) => organizer?.email, [
      ['a.b+c@d-e.example', 'a.b+c@d-e.example'],
      ['mailto:a@b.example?subject=x', 'a@b.example'],
      ['MAILTO:a@b.example', 'a@b.example'],
      ['a@b.example; c@d.example', 'a@b.example'],
      ['a@b.example,c@d.example', 'a@b.example'],
      ['a@b.example or c@d.example', 'a@b.example'],
      ['a@été.example', 'a@été.example'],
      ['a@b', undefined],
      ['a@b.', undefined],
      ['@b.example', undefined],
      ['a@@b.example', undefined],
      ['"a"@b.example', undefined],
      ['a(x)@b.example', undefined],
      ['a&b@c.example', undefined],
      ['to mailto:a@b.example', undefined],
      [undefined, undefined],
    ]);
  });

  it('knows what each way to register is by its own form', () => {
    const [mail, phone, site] = [
      {type: 'email', value: 'a@b.example'},
      {type: 'telephone', value: '02 97 00 00 00'},
      {type: 'url', value: 'https://b.example/'},
    ];
    check('registration', ({registration}) => registration, [
      [
        ['a@b.example', '02 97 00 00 00', 'https://b.example'],
        [mail, phone, site],
      ],
      [
        [{type: 'link', value: 'a@b.example'}, {value: 'tel:02 97 00 00 00'}],
        [mail, phone],
      ],
      [['b.example'], [{type: 'url', value: 'http://b.example/'}]],
      [['r'], [{type: 'url', value: 'https://a.example/agenda/r'}]],
      [[null, 7, {}, {value: null}, 'javascript:x'], undefined],
      ['a@b.example', undefined],
      [[], undefined],
      [[...many(19).map(() => null), 'a@b.example'], [mail]],
      [[...many(20).map(() => null), 'a@b.example'], undefined],
    ]);
    // words around a number make it an address that is none
    assert.equal(describeIt({registration: ['au 02 97 00 00 00']}, {}).registration, undefined);
    assert.equal(describeIt({registration: ['02 97 poste 00 00']}, {}).registration, undefined);
    assert.deepEqual(describeIt({registration: ['+33 (0)2.97-00.00']}, {}).registration, [
      {type: 'telephone', value: '+33 (0)2.97-00.00'},
    ]);
  });
});

describe('describeEvent, numbers', () => {
  it('reads ages, but not what is for everybody or nobody', () => {
    const age = (ageMin: unknown, ageMax?: unknown): unknown =>
      describeIt({ageMin, ageMax}).typicalAgeRange;
    assert.deepEqual(age(6, 12), {min: 6, max: 12});
    assert.deepEqual(age('6', '12.9'), {min: 6, max: 12});
    assert.deepEqual(age(6), {min: 6});
    assert.deepEqual(age(6, 120), {min: 6, max: 120});
    assert.deepEqual(age(undefined, 12), {max: 12});
    assert.deepEqual(age(0, 98), {min: 0, max: 98});
    assert.deepEqual(age(7, 7), {min: 7, max: 7});
    for (const [min, max] of [
      [0, 99],
      [undefined, 99],
      [0, undefined],
      [12, 6],
      [undefined, undefined],
      [-1, undefined],
      ['x', 'y'],
    ]) {
      assert.equal(age(min, max), undefined, `${min} ${max}`);
    }
  });

  it('reads whole numbers of places', () => {
    for (const name of ['maximumAttendeeCapacity', 'remainingAttendeeCapacity'] as const) {
      check(name, event => event[name], [
        [0, 0],
        [7.9, 7],
        [' 7 ', 7],
        [999_999_999, 999_999_999],
        [1e9, undefined],
        [-1, undefined],
        ['', undefined],
        [' ', undefined],
        ['many', undefined],
        [NaN, undefined],
        [[7], undefined],
      ]);
    }
  });

  it('reads prices in cents', () => {
    const price = (said: unknown): unknown =>
      describeIt({offers: [{price: said}]}).offers?.[0]?.price;
    for (const [said, cents] of [
      [12, 1200],
      [12.5, 1250],
      [19.99, 1999],
      ['12', 1200],
      ['12,50', 1250],
      ['12.5 €', 1250],
      ['€ 12', 1200],
      ['€12', 1200],
      ['12EUR', 1200],
      ['12 euro', 1200],
      ['12 Euros', 1200],
      [0, 0],
      [999_999, 99_999_900],
      [1_000_000, undefined],
      ['12.505', undefined],
      ['12 à 15 €', undefined],
      ['dès 12 €', undefined],
      ['12 $', undefined],
      [-1, undefined],
      ['', undefined],
    ] as const) {
      assert.equal(price(said), cents, String(said));
    }
  });

  it('reads offers with all that is told, twenty of them', () => {
    check('offers', ({offers}) => offers, [
      [
        [{name: ' Plein ', price: 5, maxPrice: 8, priceCurrency: 'chf', url: '/a', other: 1}],
        [
          {
            name: 'Plein',
            price: 500,
            maxPrice: 800,
            priceCurrency: 'CHF',
            url: 'https://a.example/a',
          },
        ],
      ],
      [
        [
          {price: 5, maxPrice: 5},
          {price: 5, maxPrice: 4},
        ],
        [{price: 500}, {price: 500}],
      ],
      [
        [{maxPrice: 8}, {name: 'x'}, {url: '/a'}],
        [{maxPrice: 800}, {name: 'x'}, {url: 'https://a.example/a'}],
      ],
      // nothing is from 0 to 0
      [[{maxPrice: 0}], undefined],
      [[{price: 5, priceCurrency: 'euros'}], [{price: 500}]],
      [[{price: 5, priceCurrency: 'EURO'}], [{price: 500}]],
      [[{priceCurrency: 'EUR'}, {}, null, 7], undefined],
      [{price: 5}, undefined],
      [[...many(19), {price: 5}], [{price: 500}]],
      [[...many(20), {price: 5}], undefined],
    ]);
  });

  it('is free where that is said, or where each price is 0', () => {
    const free = (isFree: unknown, ...prices: object[]): unknown =>
      describeIt({isFree, offers: prices}).isAccessibleForFree;
    for (const yes of [true, 'yes', 'Oui', 'true', 'VRAI', '1', 1]) assert.equal(free(yes), true);
    for (const no of [false, 'no', 'Non', 'false', 'faux', '0', 0]) assert.equal(free(no), false);
    for (const odd of [undefined, null, '', 'maybe', 'yesterday', 'not yes', 'nono', 'a no', {}]) {
      assert.equal(free(odd), undefined);
    }
    assert.equal(free(undefined, {price: 0}, {price: 0}), true);
    assert.equal(free(undefined, {price: 0}, {price: 5}), false);
    assert.equal(free(undefined, {price: 0, maxPrice: 5}), false);
    assert.equal(free(undefined, {name: 'x'}), undefined);
    assert.equal(free(true, {price: 5}), true);
  });
});

describe('describeEvent, sources', () => {
  it('is from where the event says, else from where the reading is', () => {
    const context = {...BASE, sourceName: 'Ville', sourceLabel: 'ville'};
    assert.deepEqual(sourceOf({}, context), {name: 'Ville', label: 'ville'});
    assert.deepEqual(
      sourceOf({sourceName: 'Asso', sourceLabel: 'asso', sourceUrl: '/1'}, context),
      {name: 'Asso', url: 'https://a.example/1', label: 'ville'},
    );
    assert.deepEqual(sourceOf({sourceLabel: 'asso'}, {}), {label: 'asso'});
    assert.equal(sourceOf({}, {}), undefined);
    assert.deepEqual(describeIt({}, context).source, {name: 'Ville', label: 'ville'});
  });

  it('was changed at a date, and so was its start', () => {
    const rows = [
      ['2026-05-12', '2026-05-12'],
      ['2026-05-12T10:00Z', '2026-05-12T10:00Z'],
      ['20260512', undefined],
      ['on 2026-05-12', undefined],
      [20_260_512, undefined],
      [null, undefined],
    ] as const;
    check('dateModified', ({source}) => source?.dateModified, rows);
    check('previousStartDate', event => event.previousStartDate, rows);
  });
});
