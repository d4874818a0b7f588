import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {findOddZone} from '../../src/event/ical/odd-zones.js';
import {calendarsOf} from '../../src/event/ical/components.js';
import {zoneOfWindows} from '../../src/event/ical/windows-zones.js';
import {ruleClock} from '../../src/event/ical/rule-clock.js';
import {Budget} from '../../src/event/recurrence/budget.js';
import {DAY, HOUR, MINUTE} from '../../src/event/time/civil.js';
import {instantOf, wallAt, type Clock} from '../../src/event/time/clock.js';
import {clockOf} from '../../src/event/time/intl-clock.js';
import {zoneComponent} from '../../src/event/writers/zone-component.js';
import {runAtOnce} from '../../src/async/run-in-slices.js';

const ZONES = Intl.supportedValuesOf('timeZone');
const [FROM, TO] = [Date.UTC(2020, 0), Date.UTC(2031, 0)];

/** What Intl shows at an instant, field by field: another way than that of the clock. */
function wallByFields(format: Intl.DateTimeFormat, instant: number): number {
  const parts = Object.fromEntries(
    format.formatToParts(instant).map(({type, value}) => [type, Number(value)]),
  ) as Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>;
  const {year, month, day, hour, minute, second} = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

const fieldsOf = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });

const known = new Map<string, number[]>();

/** The instants at which a zone goes to another offset; none does so twice in a week. */
function changesOf(clock: Clock): number[] {
  const name = clock.name!;
  let changes = known.get(name);
  if (changes) return changes;
  changes = [];
  for (let week = FROM; week < TO; week += 7 * DAY) {
    const before = clock.offsetAt(week);
    if (before === clock.offsetAt(week + 7 * DAY)) continue;
    let [low, high] = [week, week + 7 * DAY];
    while (high - low > 1000) {
      const middle = low + Math.floor((high - low) / 2000) * 1000;
      if (clock.offsetAt(middle) === before) low = middle;
      else high = middle;
    }
    changes.push(high);
  }
  known.set(name, changes);
  return changes;
}

describe('clocks', () => {
  it(`agree with Intl in all ${ZONES.length} zones, at every change from 2020 to 2030 and between`, () => {
    let changed = 0;
    for (const zone of ZONES) {
      const clock = clockOf(zone);
      assert.ok(clock, zone);
      const fields = fieldsOf(zone);
      const changes = changesOf(clock);
      changed += changes.length;
      const around = changes.flatMap(at => [at - MINUTE, at - 1000, at, at + MINUTE]);
      const months = Array.from({length: 132}, (_, month) => Date.UTC(2020, month, 15, 12, 34, 56));
      for (const instant of [...around, ...months]) {
        assert.equal(wallAt(clock, instant), wallByFields(fields, instant), `${zone} ${instant}`);
      }
    }
    assert.ok(changed > 1000, `${changed} changes`);
  });

  it('find the instant of a wall time, the first of two, and with the offset before a gap', () => {
    for (const zone of ZONES) {
      const clock = clockOf(zone)!;
      const instants = [
        ...changesOf(clock).flatMap(at =>
          [-90, -30, 0, 30, 90].map(minutes => at + minutes * MINUTE),
        ),
        ...Array.from({length: 20}, (_, at) => FROM + at * 4567 * HOUR + at * 1234),
      ];
      for (const instant of instants) {
        const wall = wallAt(clock, instant);
        const found = instantOf(clock, wall);
        assert.equal(wallAt(clock, found), wall, `${zone} ${instant}`);
        assert.ok(found <= instant, `${zone} ${instant}: not the first`);
      }
    }
    const paris = clockOf('Europe/Paris')!;
    assert.equal(instantOf(paris, Date.UTC(2026, 2, 29, 2, 30)), Date.UTC(2026, 2, 29, 1, 30));
  });

  it('know no other names', () => {
    for (const name of ['', '+01:00', 'Mars/Olympus', 'x'.repeat(1000)]) {
      assert.equal(clockOf(name), undefined, name);
    }
  });

  it('know times before standard time', () => {
    assert.equal(clockOf('Europe/Paris')!.offsetAt(Date.UTC(1900, 0)), 9 * MINUTE + 21_000);
  });
});

const componentOf = (lines: readonly string[]) =>
  runAtOnce(calendarsOf(['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'].join('\n')))[0]!.zones[0]!;

describe('VTIMEZONE', () => {
  it('goes round in every zone: what is written of Intl is read as the same clock', () => {
    for (const zone of ZONES) {
      const clock = clockOf(zone)!;
      const lines = zoneComponent(clock, FROM, Date.UTC(2026, 0));
      const read = ruleClock(componentOf(lines), TO, new Budget(1e6));
      assert.ok(read, zone);
      const changes = changesOf(clock);
      const around = changes.flatMap(at => [at - MINUTE, at, at + HOUR]);
      const months = Array.from({length: 132}, (_, month) => Date.UTC(2020, month, 15));
      for (const instant of [...around, ...months]) {
        const shown = `${zone} ${new Date(instant).toISOString()}\n${lines.join('\n')}`;
        assert.equal(read.offsetAt(instant), clock.offsetAt(instant), shown);
      }
    }
  });

  it('writes rules where there are some, not every change', () => {
    const lines = zoneComponent(clockOf('Europe/Paris')!, FROM, TO);
    assert.deepEqual(
      lines.filter(line => line.startsWith('RRULE')),
      ['RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU'],
    );
    assert.ok(lines.length < 30);
    assert.equal(zoneComponent(clockOf('Asia/Tokyo')!, FROM, TO).length, 8);
  });

  it('§3.6.5: New York since 1967, by the rules of the RFC', () => {
    const observance = (
      kind: string,
      start: string,
      from: string,
      to: string,
      rule: string,
    ): string[] => [
      `BEGIN:${kind}`,
      `DTSTART:${start}`,
      `RRULE:${rule}`,
      `TZOFFSETFROM:${from}`,
      `TZOFFSETTO:${to}`,
      `END:${kind}`,
    ];
    const [winter, summer] = ['-0500', '-0400'];
    const day = (start: string, rule: string): string[] =>
      observance('DAYLIGHT', start, winter, summer, rule);
    const standard = (start: string, rule: string): string[] =>
      observance('STANDARD', start, summer, winter, rule);
    const clock = ruleClock(
      componentOf([
        'BEGIN:VTIMEZONE',
        'TZID:Own New York',
        ...day('19670430T020000', 'FREQ=YEARLY;BYMONTH=4;BYDAY=-1SU;UNTIL=19730429T070000Z'),
        ...standard('19671029T020000', 'FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20061029T060000Z'),
        'BEGIN:DAYLIGHT',
        'DTSTART:19740106T020000',
        'RDATE:19750223T020000',
        'TZOFFSETFROM:-0500',
        'TZOFFSETTO:-0400',
        'END:DAYLIGHT',
        ...day('19760425T020000', 'FREQ=YEARLY;BYMONTH=4;BYDAY=-1SU;UNTIL=19860427T070000Z'),
        ...day('19870405T020000', 'FREQ=YEARLY;BYMONTH=4;BYDAY=1SU;UNTIL=20060402T070000Z'),
        ...day('20070311T020000', 'FREQ=YEARLY;BYMONTH=3;BYDAY=2SU'),
        ...standard('20071104T020000', 'FREQ=YEARLY;BYMONTH=11;BYDAY=1SU'),
        'END:VTIMEZONE',
      ]),
      Date.UTC(2031, 0),
      new Budget(1e6),
    );
    const intl = clockOf('America/New_York')!;
    for (let day = Date.UTC(1968, 0); day < Date.UTC(2030, 0); day += DAY) {
      assert.equal(clock?.offsetAt(day), intl.offsetAt(day), new Date(day).toISOString());
    }
  });

  it('shows what the clock was changed from before its first change', () => {
    const lines = [
      'BEGIN:VTIMEZONE',
      'TZID:X',
      'BEGIN:STANDARD',
      'DTSTART:20200101T000000',
      'TZOFFSETFROM:+0300',
      'TZOFFSETTO:-001530',
      'END:STANDARD',
      'END:VTIMEZONE',
    ];
    const clock = ruleClock(componentOf(lines), TO, new Budget(100))!;
    assert.equal(clock.offsetAt(Date.UTC(2019, 0)), 3 * HOUR);
    assert.equal(clock.offsetAt(Date.UTC(2021, 0)), -(15 * MINUTE + 30_000));
  });
});

describe('odd names of zones', () => {
  const find = (name: string): Clock | undefined =>
    findOddZone({name, described: undefined, to: TO, budget: new Budget(100)});

  it('of Windows: every one is a zone of Intl', () => {
    for (const [name, zone] of [
      ['Romance Standard Time', 'Europe/Paris'],
      ['W. Europe Standard Time', 'Europe/Berlin'],
      ['gmt standard time', 'Europe/London'],
      ['Eastern Standard Time', 'America/New_York'],
      ['Eastern Daylight Time', 'America/New_York'],
      ['(UTC-05:00) Eastern Time (US & Canada)', 'America/New_York'],
      ['Central Standard Time (Mexico)', 'America/Mexico_City'],
      ['Russia Time Zone 11', 'Asia/Kamchatka'],
      ['UTC+12', 'Etc/GMT-12'],
    ] as const) {
      assert.equal(zoneOfWindows(name), zone);
      assert.ok(find(name), name);
    }
    assert.equal(zoneOfWindows('Customized Time Zone'), undefined);
  });

  it('of cities and offsets', () => {
    assert.equal(find('(UTC+01:00) Belgrade, Bratislava, Budapest')?.name, 'Europe/Belgrade');
    assert.equal(find('UTC-03:30')?.offsetAt(0), -3.5 * HOUR);
    assert.equal(find('(GMT +01:00)')?.offsetAt(0), HOUR);
    assert.equal(find('UTC+99'), undefined);
    assert.equal(find('tzone://Microsoft/Utc')?.name, 'UTC');
    assert.equal(find('tzone://Microsoft/Custom'), undefined);
  });
});
