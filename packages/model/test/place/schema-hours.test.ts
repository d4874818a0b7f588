import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {parseHours} from '../../src/hours/parse.js';
import {schemaHours} from '../../src/place/readers/schema-hours.js';
import {daysOf, spanOf, timeOf} from '../../src/place/readers/week-hours.js';

const weekdays = 'Monday Tuesday Wednesday Thursday Friday'.split(' ');
const specification = (dayOfWeek: unknown, opens?: unknown, closes?: unknown, more = {}) => ({
  '@type': 'OpeningHoursSpecification',
  dayOfWeek,
  opens,
  closes,
  ...more,
});
const regular = (...openingHoursSpecification: unknown[]) =>
  schemaHours({openingHoursSpecification});

describe('opening hours of schema.org', () => {
  it('adds up the spans of a day and joins days alike', () => {
    assert.equal(
      regular(
        specification(weekdays, '14:00', '18:00'),
        specification(weekdays, '09:00', '12:00'),
        specification('Saturday', '9:00:00', '12:30:00+01:00'),
      ),
      'Mo-Fr 09:00-12:00,14:00-18:00; Sa 09:00-12:30',
    );
  });

  it('knows days as names, addresses, things, in French, in lists and in ranges', () => {
    for (const day of [
      'Friday',
      'http://schema.org/Friday',
      'https://schema.org/Friday',
      'schema:Friday',
      {'@id': 'https://schema.org/Friday'},
      'Fri',
      'Fr',
      'vendredi',
    ]) {
      assert.equal(regular(specification(day, '09:00', '12:00')), 'Fr 09:00-12:00');
    }
    assert.equal(
      regular(specification('Mo-We,Su', '09:00', '12:00')),
      'Mo-We 09:00-12:00; Su 09:00-12:00',
    );
    assert.equal(regular(specification('PublicHolidays')), 'PH off');
    assert.deepEqual(daysOf('Sa-Mo'), [5, 6, 0]);
    assert.equal(daysOf('Caturday'), undefined);
  });

  it('says closed as schema.org does, and all day', () => {
    assert.equal(regular(specification('Sunday', '00:00', '00:00')), 'Su off');
    assert.equal(regular(specification('Sunday')), 'Su off');
    assert.equal(regular(specification(undefined, '00:00', '23:59')), 'Mo-Su 00:00-24:00');
    assert.equal(regular(specification('Friday', '18:00', '02:00')), 'Fr 18:00-02:00');
    assert.equal(regular(specification('Friday', '18:00', '00:00')), 'Fr 18:00-24:00');
  });

  it('puts what holds on certain dates behind the week', () => {
    const hours = schemaHours({
      openingHoursSpecification: [
        specification('Monday', '10:00', '12:00', {
          validFrom: '2026-07-01',
          validThrough: '2026-08-31',
        }),
        specification('Monday', '09:00', '12:00'),
      ],
      specialOpeningHoursSpecification: [
        {validFrom: '2026-12-24', validThrough: '2026-12-24', opens: '09:00', closes: '16:00'},
        {
          validFrom: '2026-12-25T00:00',
          validThrough: '2026-12-26',
          opens: '00:00',
          closes: '00:00',
        },
      ],
    });
    assert.equal(
      hours,
      'Mo 09:00-12:00; 2026 Jul 1-2026 Aug 31 Mo 10:00-12:00; ' +
        '2026 Dec 24 09:00-16:00; 2026 Dec 25-2026 Dec 26 off',
    );
    assert.ok(parseHours(hours));
  });

  it('adds up texts, and takes what is richer for a value of OSM', () => {
    const read = (openingHours: unknown) => schemaHours({openingHours});
    assert.equal(read('Mo-Fr 09:00-12:00'), 'Mo-Fr 09:00-12:00');
    assert.equal(
      read(['Mo-Fr 09:00-12:00', 'Mo-Fr 14:00-18:00', 'Sa 9:00 - 12:00']),
      'Mo-Fr 09:00-12:00,14:00-18:00; Sa 09:00-12:00',
    );
    assert.equal(
      read('Mo,We 09:00-12:00 14:00-18:00'),
      'Mo 09:00-12:00,14:00-18:00; We 09:00-12:00,14:00-18:00',
    );
    assert.equal(read('Mo-Fr 09:00-12:00; PH off'), 'Mo-Fr 09:00-12:00; PH off');
    assert.equal(read('sur rendez-vous'), 'sur rendez-vous');
    assert.equal(read(undefined), undefined);
  });

  it('keeps texts beside special dates', () => {
    const special = {validFrom: '2026-08-15', validThrough: '2026-08-15'};
    assert.equal(
      schemaHours({openingHours: 'Mo-Sa 09:00-12:00', specialOpeningHoursSpecification: special}),
      'Mo-Sa 09:00-12:00; 2026 Aug 15 off',
    );
  });

  it('says nothing when a part cannot be read', () => {
    const good = specification('Monday', '09:00', '12:00');
    for (const bad of [
      specification('Someday', '09:00', '12:00'),
      specification('Monday', '9 AM', '1:00 PM'),
      specification('Monday', '25:00', '26:00'),
      specification('Monday', '09:00'),
      specification('Monday', '09:00', '09:00'),
      specification('Monday', '09:00', '12:00', {validFrom: '2026-02', validThrough: '2026-03-01'}),
      'Mo 09:00-12:00',
      null,
    ]) {
      assert.equal(regular(good, bad), undefined);
    }
    assert.equal(
      schemaHours({
        openingHoursSpecification: good,
        specialOpeningHoursSpecification: [{opens: '1'}],
      }),
      undefined,
    );
  });

  it('writes what our own parser reads, whatever the days and times', () => {
    const time = fc
      .tuple(fc.integer({min: 0, max: 23}), fc.integer({min: 0, max: 59}))
      .map(parts => parts.map(part => String(part).padStart(2, '0')).join(':'));
    const days = fc.subarray([...weekdays, 'Saturday', 'Sunday', 'PublicHolidays'], {minLength: 1});
    fc.assert(
      fc.property(fc.array(fc.tuple(days, time, time), {minLength: 1, maxLength: 12}), all => {
        const hours = regular(...all.map(([day, from, to]) => specification(day, from, to)));
        const isClear = all.every(([, from, to]) => from !== to || from === '00:00');
        assert.equal(hours !== undefined, isClear);
        assert.ok(hours === undefined || parseHours(hours), hours);
      }),
      {seed: 21, numRuns: 300},
    );
  });

  it('refuses times that are none', () => {
    assert.equal(timeOf('T9:05'), '09:05');
    assert.equal(timeOf('9h30'), '09:30');
    for (const value of ['24:01', '9', '09:60', '9:00 PM', '', 900, null, {}]) {
      assert.equal(timeOf(value), undefined);
    }
    assert.equal(spanOf('08:00', '24:00'), '08:00-24:00');
  });
});
