import fc from 'fast-check';
import {WEEKDAYS, type Frequency} from '../../src/event/recurrence/rule.js';

/**
 * Rules as people write them, on which peers can be compared: sorted lists, at most two parts that name days,
 * positions that every set has. What lies outside is in recurrence.test.ts, beside trying every day.
 */
export function peerRule(): fc.Arbitrary<string> {
  return fc
    .constantFrom<Frequency>('YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY', 'HOURLY', 'MINUTELY')
    .chain(frequency =>
      fc
        .tuple(
          fc.integer({min: 1, max: 3}),
          fc.constantFrom(...DAYS[frequency]).chain(part => part),
          fc.option(sorted(0, 23, 2), {nil: undefined, freq: 2}),
          fc.option(sorted(0, 59, 2), {nil: undefined, freq: 2}),
          fc.option(fc.constantFrom('1', '-1'), {nil: undefined, freq: 3}),
          fc.constantFrom('MO', 'SU', undefined),
        )
        .map(([interval, days, hours, minutes, position, start]) =>
          [
            `FREQ=${frequency}`,
            interval > 1 && !/BYWEEKNO/.test(days) ? `INTERVAL=${interval}` : '',
            days,
            // of an interval that never meets an hour some never return
            hours && !/HOURLY|MINUTELY/.test(frequency) ? `BYHOUR=${hours}` : '',
            minutes && frequency !== 'MINUTELY' ? `BYMINUTE=${minutes}` : '',
            position && days && frequency !== 'WEEKLY' && !/BYWEEKNO/.test(days)
              ? `BYSETPOS=${position}`
              : '',
            start ? `WKST=${start}` : '',
          ]
            .filter(Boolean)
            .join(';'),
        ),
    );
}

const inOrder = (one: number, other: number): number => one - other;

function sorted(least: number, most: number, maxLength = 3): fc.Arbitrary<string> {
  return fc
    .uniqueArray(fc.integer({min: least, max: most}), {minLength: 1, maxLength})
    .map(values => values.sort(inOrder).join());
}

const signed = (most: number): fc.Arbitrary<string> =>
  fc
    .uniqueArray(
      fc.integer({min: -most, max: most}).filter(value => value !== 0),
      {minLength: 1, maxLength: 3},
    )
    .map(values => values.sort(inOrder).join());

const weekdays = fc.uniqueArray(fc.integer({min: 0, max: 6}), {minLength: 1, maxLength: 4}).map(
  days =>
    `BYDAY=${days
      .sort(inOrder)
      .map(day => WEEKDAYS[day]!)
      .join()}`,
);

const numbered = (most: number): fc.Arbitrary<string> =>
  fc
    .uniqueArray(
      fc.tuple(
        fc.integer({min: -most, max: most}).filter(nth => nth !== 0),
        fc.constantFrom(...WEEKDAYS),
      ),
      {minLength: 1, maxLength: 2, selector: ([nth, day]) => `${nth}${day}`},
    )
    .map(days => `BYDAY=${days.map(([nth, day]) => `${nth}${day}`).join()}`);

const none = fc.constant('');
const months = sorted(1, 12).map(list => `BYMONTH=${list}`);
const monthDays = signed(31).map(list => `BYMONTHDAY=${list}`);
const both = (...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map(all => all.join(';'));

const DAYS: {readonly [F in Frequency]: readonly fc.Arbitrary<string>[]} = {
  YEARLY: [
    none,
    months,
    weekdays,
    numbered(20),
    both(months, weekdays),
    both(months, numbered(4)),
    both(months, monthDays),
    signed(366).map(list => `BYYEARDAY=${list}`),
    both(
      signed(53).map(list => `BYWEEKNO=${list}`),
      weekdays,
    ),
  ],
  MONTHLY: [
    none,
    months,
    weekdays,
    numbered(4),
    monthDays,
    both(monthDays, weekdays),
    both(months, monthDays),
  ],
  WEEKLY: [none, months, weekdays, both(months, weekdays)],
  DAILY: [none, months, weekdays, monthDays, both(months, weekdays)],
  HOURLY: [none, months, weekdays, monthDays],
  MINUTELY: [none, months, weekdays],
  SECONDLY: [none],
};
