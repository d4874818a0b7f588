import fc from 'fast-check';
import {FREQUENCIES, WEEKDAYS, type Frequency} from '../../src/event/recurrence/rule.js';

/** What rules may be made of. */
export interface RuleShape {
  readonly frequencies?: readonly Frequency[];
  /** Only what the table of RFC 5545 §3.3.10 allows, and nothing that is read in several ways. */
  readonly isPlain?: boolean;
}

const list = (
  least: number,
  most: number,
  isSigned = false,
  maxLength = 4,
): fc.Arbitrary<string> => {
  const size = fc.integer({min: least, max: most});
  const value = isSigned
    ? fc.tuple(size, fc.boolean()).map(([number, isNegative]) => (isNegative ? -number : number))
    : size;
  return fc.uniqueArray(value, {minLength: 1, maxLength}).map(values => values.join());
};

const weekdays = (numbers: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .uniqueArray(
      fc.tuple(numbers, fc.constantFrom(...WEEKDAYS)).map(([number, day]) => number + day),
      {minLength: 1, maxLength: 4},
    )
    .map(days => days.join());

/** Rules as text, without `COUNT` and `UNTIL`. */
export function anyRule({
  frequencies = FREQUENCIES,
  isPlain = false,
}: RuleShape = {}): fc.Arbitrary<string> {
  return fc.constantFrom(...frequencies).chain(frequency => {
    const isLong = frequency === 'YEARLY' || frequency === 'MONTHLY';
    const isShort = /HOURLY|MINUTELY|SECONDLY/.test(frequency);
    const most = frequency === 'YEARLY' ? 20 : 5;
    const nth = fc.integer({min: -most, max: most}).map(number => (number ? String(number) : ''));
    const may = <T>(value: fc.Arbitrary<T>, isAllowed = true): fc.Arbitrary<T | undefined> =>
      isAllowed ? fc.option(value, {nil: undefined, freq: 3}) : fc.constant(undefined);
    return fc
      .record({
        INTERVAL: fc.option(fc.integer({min: 1, max: isShort ? 30 : 4}).map(String), {
          nil: undefined,
        }),
        BYMONTH: may(list(1, 12)),
        BYWEEKNO: may(list(1, 53, true), !isPlain || frequency === 'YEARLY'),
        BYYEARDAY: may(list(1, 366, true), !isPlain || !/DAILY|WEEKLY|MONTHLY/.test(frequency)),
        BYMONTHDAY: may(list(1, 31, true), !isPlain || frequency !== 'WEEKLY'),
        BYDAY: may(weekdays(isLong ? nth : fc.constant(''))),
        BYHOUR: may(list(0, 23, false, 2)),
        BYMINUTE: may(list(0, 59, false, 2)),
        BYSECOND: may(list(0, 59, false, 2)),
        BYSETPOS: fc.option(list(1, 5, true, 2), {nil: undefined, freq: 4}),
        WKST: fc.option(fc.constantFrom(...WEEKDAYS), {nil: undefined}),
      })
      .filter(parts => !isPlain || isPlainRule(frequency, parts))
      .map(parts =>
        [
          `FREQ=${frequency}`,
          ...Object.entries(parts).flatMap(([name, value]) =>
            value === undefined ? [] : [`${name}=${value}`],
          ),
        ].join(';'),
      );
  });
}

type Parts = Readonly<Record<string, string | undefined>>;

function isPlainRule(frequency: Frequency, parts: Parts): boolean {
  const {BYDAY, BYMONTHDAY, BYMONTH, BYWEEKNO, BYYEARDAY, BYSETPOS, INTERVAL = '1'} = parts;
  const hasNumbers = /\d/.test(BYDAY ?? '');
  // numbered weekdays beside weeks are forbidden, weeks alone are read in two ways
  if (BYWEEKNO !== undefined && (hasNumbers || BYDAY === undefined || INTERVAL !== '1'))
    return false;
  // positions among the days of a week of which half lies in another year
  if (BYWEEKNO !== undefined && BYSETPOS !== undefined) return false;
  const isSilentOnMonths =
    frequency === 'YEARLY' && BYMONTHDAY !== undefined && BYMONTH === undefined;
  if (isSilentOnMonths) return false;
  // numbered weekdays that only limit
  if (hasNumbers && (BYMONTHDAY !== undefined || BYYEARDAY !== undefined)) return false;
  const others = Object.keys(parts).some(
    name => /^BY/.test(name) && name !== 'BYSETPOS' && parts[name] !== undefined,
  );
  return BYSETPOS === undefined || others;
}

/** Wall times from 1995 to 2030, on whole seconds. */
export const anyStart: fc.Arbitrary<number> = fc
  .integer({min: Date.UTC(1995, 0) / 1000, max: Date.UTC(2030, 0) / 1000})
  .map(seconds => seconds * 1000);
