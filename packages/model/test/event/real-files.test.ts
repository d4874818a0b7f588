import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {frenchHolidays} from '../../src/hours/holidays.js';
import {isoOfDay} from '../../src/event/index/days.js';
import {readEvents} from '../../src/event/read-events.js';
import {readSchoolHolidays} from '../../src/event/school-holidays.js';

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
