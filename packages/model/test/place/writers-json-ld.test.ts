import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {frenchHolidays, openingWeek} from '../../src/hours/index.js';
import type {Place} from '../../src/place/place.js';
import {placesToJsonLd} from '../../src/place/writers/json-ld.js';
import {jsonForScript} from '../../src/text/json-for-script.js';
import {schemaHours, type HoursSpecification} from '../../src/place/writers/schema-hours.js';
import {anyPlaces, bakery} from './writer-places.js';

const itemOf = (place: Place): Record<string, unknown> => {
  const [element] = placesToJsonLd([place])['itemListElement'] as {item: Record<string, unknown>}[];
  return element!.item;
};

describe('placesToJsonLd', () => {
  it('writes a list of businesses', () => {
    assert.deepEqual(placesToJsonLd([bakery], {pageUrl: 'https://town.example/shops?a#b'}), {
      '@context': 'https://schema.org',
      '@type': 'ItemList',
      numberOfItems: 1,
      itemListElement: [
        {
          '@type': 'ListItem',
          position: 1,
          item: {
            '@type': 'Bakery',
            '@id': 'https://town.example/shops?a#lecourbe',
            name: 'Boulangerie Lecourbe',
            description: 'Pain, levain; brioche.',
            address: {
              '@type': 'PostalAddress',
              streetAddress: '3 Grande Rue',
              postalCode: '61199',
              addressLocality: 'Sainte-Aubrette',
              addressCountry: 'FR',
            },
            geo: {'@type': 'GeoCoordinates', latitude: 48.40843, longitude: 0.52484},
            telephone: '+33 (0)2 61 91 14 07',
            email: 'bonjour@lecourbe.example',
            url: 'https://lecourbe.example/',
            image: {
              '@type': 'ImageObject',
              url: 'https://lecourbe.example/pains.jpg',
              caption: 'Trois pains',
            },
            openingHours: [
              'Tu,We,Th,Fr,Sa 07:00-13:00',
              'Tu,We,Th,Fr,Sa 15:30-19:30',
              'Su 07:00-13:00',
            ],
            paymentAccepted: 'Espèces, Carte bancaire',
            amenityFeature: {
              '@type': 'LocationFeatureSpecification',
              name: 'wheelchair',
              value: false,
            },
            identifier: {'@type': 'PropertyValue', propertyID: 'SIRET', value: '12345678900011'},
          },
        },
      ],
    });
  });

  it('finds a type for a category, for its group, and for what it does not know', () => {
    const typeOf = (id: Place['categories'][number]): unknown =>
      itemOf({...bakery, categories: [id]})['@type'];
    assert.deepEqual(
      ['restaurant', 'gifts', 'farm', 'other'].map(id => typeOf(id as 'other')),
      ['Restaurant', 'Store', 'LocalBusiness', 'LocalBusiness'],
    );
  });

  it('can stand inside a script element', () => {
    const hostile = {...bakery, name: '</script><script>alert(1)</script><!--\u2028\u2029'};
    const json = jsonForScript(placesToJsonLd([hostile]));
    assert.ok(!/[<\u2028\u2029]/.test(json));
    assert.deepEqual(JSON.parse(json), JSON.parse(JSON.stringify(placesToJsonLd([hostile]))));
  });

  it('writes any place', () => {
    fc.assert(
      fc.property(anyPlaces, places => {
        const json = jsonForScript(placesToJsonLd(places));
        const {numberOfItems} = JSON.parse(json) as {numberOfItems: number};
        assert.equal(numberOfItems, places.length);
      }),
      {seed: 47, numRuns: 300},
    );
  });
});

describe('schemaHours', () => {
  const specification = (more: Partial<HoursSpecification>): HoursSpecification => ({
    '@type': 'OpeningHoursSpecification',
    ...more,
  });

  it('writes weekly hours as text', () => {
    assert.deepEqual(schemaHours('Mo-Fr 9:00-12:00, 14:00-18:00; Sa-Su 10:00-12:00; We off'), {
      openingHours: ['Mo,Tu,Th,Fr 09:00-12:00', 'Mo,Tu,Th,Fr 14:00-18:00', 'Sa,Su 10:00-12:00'],
    });
  });

  it('writes holidays, exceptions and nights as specifications', () => {
    assert.deepEqual(
      schemaHours('Fr 18:00-24:00; PH off; 2026 Dec 24 06:30-16:00; 2026 Dec 25 off'),
      {
        openingHoursSpecification: [
          specification({dayOfWeek: ['Friday'], opens: '18:00', closes: '00:00'}),
          specification({dayOfWeek: 'PublicHolidays'}),
        ],
        specialOpeningHoursSpecification: [
          specification({
            validFrom: '2026-12-24',
            validThrough: '2026-12-24',
            opens: '06:30',
            closes: '16:00',
          }),
          specification({validFrom: '2026-12-25', validThrough: '2026-12-25'}),
        ],
      },
    );
  });

  for (const value of ['24/7', '00:00-24:00', 'Mo-Su 00:00-24:00']) {
    it(`writes ${value} as whole days`, () => {
      const [all] = schemaHours(value).openingHoursSpecification!;
      assert.deepEqual([all!.opens, all!.closes, all!.dayOfWeek?.length], ['00:00', '23:59', 7]);
    });
  }

  for (const value of [
    undefined,
    '',
    'off',
    'PH off',
    'Mo-Fr',
    'Mo-Fr 09:00+',
    'Mo-Fr 09:00-26:00',
    'Mo-Fr 09:00-12:00 "by appointment"',
    'Mo-Fr 09:00-12:00; SH off',
    'Mo-Fr 09:00-12:00 || "on call"',
    'Mo-Fr 09:00-12:00, Sa 09:00-12:00',
    'Apr-Sep: Mo-Fr 09:00-12:00',
    'Dec 25 off; Mo 09:00-12:00',
    'Su,PH 07:00-13:00; Mo off',
    '2026 Feb 30 off; Mo 09:00-12:00',
    'Mo 09:00-12:00; 2026 Feb 30 off',
    'Mo 18:00-20:00; 20:00-22:00',
    'Fr 18:00-02:00; 2026 Dec 26 09:00-12:00',
    'Mo-Su 18:00-02:00; Tu 19:00-23:00',
    'Su[1] 09:00-12:00',
    'sunrise-sunset',
    'lundi 9h-12h',
  ]) {
    it(`leaves out ${String(value)}`, () => assert.deepEqual(schemaHours(value), {}));
  }

  const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
  const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

  /** What a reader of schema.org understands for one date. */
  function meaningOf(value: string, date: string): string[] | undefined {
    const {openingHours, openingHoursSpecification: all, ...rest} = schemaHours(value);
    const day = (new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7;
    if (openingHours) {
      return openingHours
        .filter(line => line.split(' ')[0]!.split(',').includes(DAYS[day]!))
        .map(line => line.split(' ')[1]!);
    }
    if (!all) return undefined;
    const isHoliday = frenchHolidays(+date.slice(0, 4)).some(holiday => holiday.date === date);
    const special = rest.specialOpeningHoursSpecification?.filter(one => one.validFrom === date);
    const holiday = all.filter(({dayOfWeek}) => isHoliday && dayOfWeek === 'PublicHolidays');
    const weekly = all.filter(({dayOfWeek}) => dayOfWeek?.includes(NAMES[day]!));
    const chosen = special?.length ? special : holiday.length ? holiday : weekly;
    return chosen.flatMap(({opens, closes}) =>
      opens ? [`${opens}-${closes!.replace('23:59', '24:00').replace(/^00:00$/, '24:00')}`] : [],
    );
  }

  const dayNames = fc.constantFrom(...DAYS);
  const days = fc.oneof(
    dayNames,
    fc.tuple(dayNames, dayNames).map(pair => pair.join('-')),
    fc.constantFrom('PH', 'Su,PH', '2026 Dec 25', '2027 Jan 01', '2026 Dec 24', ''),
  );
  const times = fc.constantFrom(
    ...[
      'off',
      '09:00-12:00',
      '9:00-12:00,14:00-18:00',
      '18:00-02:00',
      '00:00-24:00',
      '20:00-24:00',
    ],
  );
  const rule = fc.tuple(days, times).map(parts => parts.join(' ').trim());

  /** The minutes of a week that are open, from the end of Sunday’s night on. */
  function minutesOf(week: readonly (readonly string[])[]): string {
    const minutes = new Uint8Array(8 * 1440);
    week.forEach((spans, day) => {
      for (const span of spans) {
        const [from = 0, to = 0] = span.split('-').map(time => {
          const [hours = 0, rest = 0] = time.split(':').map(Number);
          return hours * 60 + rest;
        });
        minutes.fill(1, day * 1440 + from, day * 1440 + (to > from ? to : to + 1440));
      }
    });
    return minutes.subarray(120, 7 * 1440).join('');
  }

  it('never says other hours than the value', () => {
    let compared = 0;
    fc.assert(
      fc.property(fc.array(rule, {minLength: 1, maxLength: 4}), rules => {
        const value = rules.join('; ');
        for (const at of ['2026-12-23T12:00Z', '2026-12-30T12:00Z', '2027-05-05T12:00Z']) {
          const week = openingWeek(value, new Date(at))!;
          const said = week.map(({date}) => meaningOf(value, date));
          if (said.includes(undefined)) return;
          compared++;
          const meant = week.map(({spans}) => spans.map(({opens, closes}) => `${opens}-${closes}`));
          assert.equal(minutesOf(said as string[][]), minutesOf(meant), `${value} at ${at}`);
        }
      }),
      {seed: 48, numRuns: 1000},
    );
    assert.ok(compared > 1000);
  });
});
