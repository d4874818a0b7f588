import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {UnreadableFeedError} from '../../src/place/unreadable-feed-error.js';
import {dayOfIso, isoOfDay} from '../../src/event/index/days.js';
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
    for (const text of [
      '',
      'a,b\n1,2',
      'date,nom_vacances',
      'vacances_zone_a',
      'start_date;end_date',
      'zones',
      // the line of names is the first, whatever comes after
      'a\ndate,vacances_zone_a',
    ]) {
      assert.throws(
        () => readSchoolHolidays(text),
        (error: unknown) =>
          error instanceof UnreadableFeedError &&
          error.message === 'missing-columns: no columns of school holidays',
        text,
      );
    }
  });
});

describe('a line a day', () => {
  const byDay = (...rows: string[]): string[] =>
    shown(['date,vacances_zone_a,nom_vacances', ...rows].join('\n'));

  it('says yes in several words', () => {
    for (const yes of ['True', ' true ', 'VRAI', '1', 'oui']) {
      assert.deepEqual(byDay(`2026-02-07,${yes},Hiver`), ['A 2026-02-07 2026-02-07 Hiver'], yes);
    }
    for (const no of ['False', '', '0', 'non', 'untrue', 'trues', '11']) {
      assert.deepEqual(byDay(`2026-02-07,${no},Hiver`), [], no);
    }
    assert.equal(readSchoolHolidays('date,vacances_zone_a').known, undefined);
  });

  it('is in any order, and one holiday as long as days and name go on', () => {
    assert.deepEqual(
      byDay('2026-02-09,1,Hiver', '2026-02-07,1,Hiver', '2026-02-08,1,Hiver', '2026-02-10,1,Pont'),
      ['A 2026-02-07 2026-02-09 Hiver', 'A 2026-02-10 2026-02-10 Pont'],
    );
    assert.deepEqual(byDay('2026-02-07,1,Hiver', '2026-02-09,1,Hiver'), [
      'A 2026-02-07 2026-02-07 Hiver',
      'A 2026-02-09 2026-02-09 Hiver',
    ]);
    assert.deepEqual(byDay('2026-02-07,1'), ['A 2026-02-07 2026-02-07 ']);
    assert.deepEqual(byDay('soon,1,Hiver', '', '2026-02-07'), []);
    assert.deepEqual(byDay(`2026-02-07,1,${'x'.repeat(101)}`), [
      `A 2026-02-07 2026-02-07 ${'x'.repeat(99)}…`,
    ]);
  });

  it('has columns in any order, with commas or semicolons, in bytes as well', () => {
    const text = 'Nom_Vacances; DATE ;vacances_zone_c;vacances_zone_a\r\nÉté;2026-07-04;1;1';
    const expected = ['AC 2026-07-04 2026-07-04 Été'];
    assert.deepEqual(shown(text), expected);
    assert.deepEqual(shown(Buffer.from(text)), expected);
    assert.deepEqual(shown(Buffer.from(text, 'latin1')), expected);
    assert.deepEqual(shown('date,vacances_zone_a\n2026-07-04;x,1'), []);
    assert.deepEqual(shown('date,vacances_zone_a,vacances_zone_b\n2026-07-04,0,1'), [
      'B 2026-07-04 2026-07-04 ',
    ]);
  });
});

describe('a line a holiday', () => {
  const byHoliday = (...rows: string[]): string[] =>
    shown(['description;population;start_date;end_date;zones', ...rows].join('\n'));

  it('is for pupils, in one of the zones, with both dates', () => {
    const days = '2026-02-07;2026-02-10';
    assert.deepEqual(byHoliday(`Hiver;-;${days};zone a`), ['A 2026-02-07 2026-02-09 Hiver']);
    assert.deepEqual(byHoliday(`Hiver;Élèves;${days}; Zone B `), ['B 2026-02-07 2026-02-09 Hiver']);
    assert.deepEqual(byHoliday(`;;${days};Zone C`), ['C 2026-02-07 2026-02-09 ']);
    for (const row of [
      `Hiver; enseignants ;${days};Zone A`,
      `Hiver;-;${days};Zone D`,
      `Hiver;-;${days};Zone AB`,
      `Hiver;-;${days};la Zone A`,
      `Hiver;-;${days}`,
      'Hiver;-;soon;2026-02-10;Zone A',
      'Hiver;-;2026-02-07;late;Zone A',
    ]) {
      assert.deepEqual(byHoliday(row), [], row);
    }
  });

  it('ends with the day before that of return, and has a day at least', () => {
    assert.deepEqual(byHoliday('Pont;-;2026-05-15;2026-05-16;Zone A'), [
      'A 2026-05-15 2026-05-15 Pont',
    ]);
    assert.deepEqual(byHoliday('Pont;-;2026-05-15;2026-05-15;Zone A'), [
      'A 2026-05-15 2026-05-15 Pont',
    ]);
    assert.deepEqual(shown('start_date,end_date,zones\n2026-05-15,2026-05-17,Zone A'), [
      'A 2026-05-15 2026-05-16 ',
    ]);
  });

  it('are in order of their first day, then of their zones, and known up to the last day', () => {
    const rows = [
      'Été;-;2026-07-04;2026-09-01;Zone C',
      'Hiver;-;2026-02-07;2026-02-23;Zone B',
      'Hiver;-;2026-02-07;2026-02-16;Zone A',
      'Pont;-;2026-07-10;2026-07-12;Zone A',
    ];
    assert.deepEqual(byHoliday(...rows), [
      'A 2026-02-07 2026-02-15 Hiver',
      'B 2026-02-07 2026-02-22 Hiver',
      'C 2026-07-04 2026-08-31 Été',
      'A 2026-07-10 2026-07-11 Pont',
    ]);
    const text = ['description;population;start_date;end_date;zones', ...rows].join('\n');
    assert.deepEqual(readSchoolHolidays(text).known, {
      firstDay: dayOfIso('2026-02-07'),
      lastDay: dayOfIso('2026-08-31'),
    });
  });
});
