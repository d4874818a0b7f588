import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {frenchHolidays, type HolidayRegion} from '../../src/hours/index.js';

const dates = (year: number, region?: HolidayRegion) =>
  frenchHolidays(year, region).map(({date}) => date.slice(5));

describe('frenchHolidays', () => {
  it('lists the eleven holidays of metropolitan France in order', () => {
    assert.deepEqual(frenchHolidays(2026), [
      {date: '2026-01-01', name: {fr: 'Jour de l’An', en: 'New Year’s Day'}},
      {date: '2026-04-06', name: {fr: 'Lundi de Pâques', en: 'Easter Monday'}},
      {date: '2026-05-01', name: {fr: 'Fête du Travail', en: 'Labour Day'}},
      {date: '2026-05-08', name: {fr: 'Victoire 1945', en: 'Victory Day'}},
      {date: '2026-05-14', name: {fr: 'Ascension', en: 'Ascension Day'}},
      {date: '2026-05-25', name: {fr: 'Lundi de Pentecôte', en: 'Whit Monday'}},
      {date: '2026-07-14', name: {fr: 'Fête nationale', en: 'National Day'}},
      {date: '2026-08-15', name: {fr: 'Assomption', en: 'Assumption Day'}},
      {date: '2026-11-01', name: {fr: 'Toussaint', en: 'All Saints’ Day'}},
      {date: '2026-11-11', name: {fr: 'Armistice 1918', en: 'Armistice Day'}},
      {date: '2026-12-25', name: {fr: 'Noël', en: 'Christmas Day'}},
    ]);
  });

  it('adds Good Friday and 26 December in Alsace-Moselle', () => {
    const added = dates(2027, 'alsace-moselle').filter(date => !dates(2027).includes(date));
    assert.deepEqual(added, ['03-26', '12-26']);
  });

  it('follows Easter, from the earliest to the latest, and in the years that other rules miss', () => {
    const mondays = [1981, 2000, 2008, 2011, 2024, 2025, 2038, 2049, 2076].map(
      year => `${year}-${dates(year).find(date => date > '03-20')}`,
    );
    assert.deepEqual(mondays, [
      '1981-04-20',
      '2000-04-24',
      '2008-03-24',
      '2011-04-25',
      '2024-04-01',
      '2025-04-21',
      '2038-04-26',
      '2049-04-19',
      '2076-04-20',
    ]);
  });

  it('keeps both holidays when Ascension falls on 1 May', () => {
    assert.deepEqual(
      dates(2008).filter(date => date == '05-01'),
      ['05-01', '05-01'],
    );
  });

  const folder = process.env['LOCAL_WIDGETS_DATA'];
  const skip = folder ? false : 'LOCAL_WIDGETS_DATA does not name the folder with the data files';

  for (const region of ['metropole', 'alsace-moselle'] as const) {
    it(`agrees with the calendar of the government, ${region}`, {skip}, () => {
      const text = readFileSync(join(folder!, `jours-feries-${region}.ics`), 'utf8');
      const official = [...text.matchAll(/DTSTART;VALUE=DATE:(\d{4})(\d\d)(\d\d)/g)]
        .map(([, year, month, date]) => `${year}-${month}-${date}`)
        .sort();
      const years = Array.from({length: 11}, (_, i) => 2021 + i);
      const computed = years.flatMap(year => frenchHolidays(year, region).map(({date}) => date));
      assert.deepEqual(computed, official);
    });
  }
});
