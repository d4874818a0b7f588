import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {frenchHolidays} from '../../src/hours/holidays.js';
import {UnreadableFeedError} from '../../src/place/unreadable-feed-error.js';
import {dayOfIso, isoOfDay} from '../../src/event/index/days.js';
import {readEvents} from '../../src/event/read-events.js';
import {readSchoolHolidays} from '../../src/event/school-holidays.js';

const shown = (text: string | Uint8Array): string[] =>
  readSchoolHolidays(text).holidays.map(
    ({name, zones, firstDay, lastDay}) =>
      `${zones.join('')} ${isoOfDay(firstDay)} ${isoOfDay(lastDay)} ${name}`,
  );

describe('readSchoolHolidays', () => {
  it('reads a line a day', () => {
    const text = [
      'date,vacances_zone_a,vacances_zone_b,vacances_zone_c,nom_vacances',
      '2026-02-06,False,False,False,',
      "2026-02-07,True,False,False,Vacances d'hiver",
      "2026-02-08,True,True,False,Vacances d'hiver",
      "2026-02-09,False,True,False,Vacances d'hiver",
      '2026-02-10,False,False,False,',
      '2026-07-04,True,True,True,Été',
      '2026-12-31,False,False,False,',
    ].join('\n');
    assert.deepEqual(shown(text), [
      "A 2026-02-07 2026-02-08 Vacances d'hiver",
      "B 2026-02-08 2026-02-09 Vacances d'hiver",
      'ABC 2026-07-04 2026-07-04 Été',
    ]);
    // what comes after the last holiday is not known, whatever the file says
    assert.deepEqual(readSchoolHolidays(text).known, {
      firstDay: dayOfIso('2026-02-07'),
      lastDay: dayOfIso('2026-07-04'),
    });
  });

  it('reads a line a holiday and academy, whose end is the day of return', () => {
    const text = [
      'description;population;start_date;end_date;location;zones;annee_scolaire',
      'Vacances de Noël;-;2026-12-18T23:00:00+00:00;2027-01-03T23:00:00+00:00;Rennes;Zone B;2026-2027',
      'Vacances de Noël;-;2026-12-18T23:00:00+00:00;2027-01-03T23:00:00+00:00;Nantes;Zone B;2026-2027',
      'Vacances de Noël;-;2026-12-18T23:00:00+00:00;2027-01-03T23:00:00+00:00;Paris;Zone C;2026-2027',
      'Prérentrée;Enseignants;2026-08-30T22:00:00+00:00;2026-08-31T22:00:00+00:00;Paris;Zone C;2026-2027',
      'Vacances;-;2026-12-18;2026-12-20;Corse;Corse;2026-2027',
    ].join('\n');
    assert.deepEqual(shown(`\ufeff${text}`), ['BC 2026-12-19 2027-01-03 Vacances de Noël']);
  });

  it('refuses other files', () => {
    assert.throws(() => readSchoolHolidays('a,b\n1,2'), UnreadableFeedError);
    assert.throws(() => readSchoolHolidays(''), UnreadableFeedError);
  });
});

describe('real open data', () => {
  const folder = process.env['LOCAL_WIDGETS_DATA'];
  const skip = folder ? false : 'LOCAL_WIDGETS_DATA is not set';
  const file = (name: string): Buffer => readFileSync(`${folder!}/${name}`);

  for (const [name, region] of [
    ['metropole', 'metropole'],
    ['alsace-moselle', 'alsace-moselle'],
  ] as const) {
    it(`public holidays, ${name}: each is one day, and that of the law`, {skip}, () => {
      const reading = readEvents(file(`jours-feries-${name}.ics`), {
        from: '2021-01-01',
        to: '2032-01-01',
        timeZone: 'Europe/Paris',
      });
      assert.deepEqual(reading.rejected, []);
      const found = reading.occurrences.map(({firstDay, lastDay}) => {
        assert.equal(firstDay, lastDay);
        return isoOfDay(firstDay);
      });
      const law = Array.from({length: 11}, (_, at) => frenchHolidays(2021 + at, region)).flat();
      assert.deepEqual(found.sort(), law.map(({date}) => date).sort());
    });
  }

  it('school holidays since 1990', {skip}, () => {
    const {holidays, known} = readSchoolHolidays(file('vacances-scolaires.csv'));
    assert.ok(holidays.length > 300);
    assert.equal(isoOfDay(known!.lastDay), '2026-08-30');
    const winter = holidays.filter(
      ({firstDay, name}) => /hiver/.test(name) && isoOfDay(firstDay).startsWith('2026'),
    );
    assert.deepEqual(
      winter.map(({zones, firstDay, lastDay}) => [
        zones.join(''),
        isoOfDay(firstDay),
        isoOfDay(lastDay),
      ]),
      [
        ['A', '2026-02-07', '2026-02-22'],
        ['B', '2026-02-14', '2026-03-01'],
        ['C', '2026-02-21', '2026-03-08'],
      ],
    );
  });
});
