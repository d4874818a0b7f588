import fc from 'fast-check';

const WEEKDAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const pad = (value: number) => String(value).padStart(2, '0');
const joined = (item: fc.Arbitrary<string>, maxLength: number) =>
  fc.array(item, {minLength: 1, maxLength}).map(items => items.join(','));

const weekday = fc.constantFrom(...WEEKDAYS);
const month = fc.constantFrom(...MONTHS);
const year = fc.constantFrom('2025', '2026', '2027');

const weekdays = joined(
  fc.oneof(
    {weight: 3, arbitrary: weekday},
    {weight: 3, arbitrary: fc.tuple(weekday, weekday).map(days => days.join('-'))},
    {weight: 1, arbitrary: fc.constantFrom('Sa[1]', 'Su[-1]', 'Mo[2,4]', 'Th[5]', 'Fr[-2]')},
    {weight: 1, arbitrary: fc.constant('PH')},
  ),
  3,
);

/** Below 28, for the reference never matches ranges to the end of February in common years. */
const dayOfMonth = fc.integer({min: 1, max: 27});
const date = fc.tuple(month, dayOfMonth).map(([name, day]) => `${name} ${pad(day)}`);

const dates = fc.oneof(
  joined(month, 2),
  fc
    .tuple(month, month)
    .filter(([from, to]) => from != to)
    .map(months => months.join('-')),
  joined(date, 2),
  fc.tuple(month, fc.uniqueArray(dayOfMonth, {minLength: 2, maxLength: 2})).map(([name, days]) => {
    const [from, to] = days.sort((a, b) => a - b);
    return `${name} ${pad(from!)}-${pad(to!)}`;
  }),
  fc
    .tuple(date, date)
    .filter(([from, to]) => from.slice(0, 3) != to.slice(0, 3))
    .map(range => range.join('-')),
  fc.tuple(year, date).map(parts => parts.join(' ')),
  fc.tuple(year, month).map(parts => parts.join(' ') + ':'),
  fc.tuple(date, date).map(([from, to]) => `2026 ${from}-2027 ${to}`),
  year,
);

const clock = (min: number, max: number) =>
  fc
    .tuple(fc.integer({min, max}), fc.constantFrom(0, 0, 15, 30, 45))
    .map(([hour, minute]) => `${pad(hour)}:${pad(minute)}`);

const span = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(clock(5, 13), clock(14, 23)).map(([from, to]) => `${from}-${to}`),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(clock(14, 23), clock(0, 6)).map(([from, to]) => `${from}-${to}`),
  },
  {weight: 1, arbitrary: clock(17, 23).map(from => `${from}-24:00`)},
  {weight: 1, arbitrary: fc.tuple(clock(17, 23), clock(24, 29)).map(([a, b]) => `${a}-${b}`)},
);

const times = fc.oneof(
  {weight: 8, arbitrary: joined(span, 2)},
  {weight: 1, arbitrary: clock(17, 22).map(from => `${from}+`)},
);

const optional = (part: fc.Arbitrary<string>) => fc.option(part, {nil: ''});

const rule = fc
  .oneof(
    {
      weight: 6,
      arbitrary: fc.tuple(fc.constant(''), weekdays, times, fc.constant('')),
    },
    {
      weight: 3,
      arbitrary: fc.tuple(dates, optional(weekdays), times, optional(fc.constant('open'))),
    },
    {weight: 1, arbitrary: fc.tuple(fc.constant(''), fc.constant(''), times, fc.constant(''))},
    {
      weight: 2,
      arbitrary: fc.tuple(
        optional(dates),
        weekdays,
        optional(times),
        fc.constantFrom('off', 'closed', 'unknown', '"sur rendez-vous"', 'open "Sonner"'),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(dates, fc.constant(''), fc.constant(''), fc.constantFrom('off', 'open')),
    },
  )
  .map(parts => parts.filter(Boolean).join(' '));

/** Values of one to four rules in the grammar that is covered. */
export const openingHoursValue = fc
  .tuple(
    rule,
    fc.array(fc.tuple(fc.constantFrom('; ', '; ', '; ', ', ', ' || '), rule), {maxLength: 3}),
  )
  .map(([first, others]) => first + others.flat().join(''));
