import {byMonth, type RecurrenceWords, type SaidDate} from './recurrence-words.js';
import {stretchOf, type NthWeekday, type Sense} from './sense.js';

const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth'];

const number = (value: number): string => NUMBERS[value] ?? String(value);
const month = (value: number): string => MONTHS[value - 1]!;

function list(items: readonly string[]): string {
  return items.length < 2
    ? items.join('')
    : `${items.slice(0, -1).join(', ')} and ${items.at(-1)!}`;
}

/** 1st, 2nd, 3rd, 11th. */
function nthOf(value: number): string {
  const ending = /1\d$/.test(String(value)) ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${ending}`;
}

function monthsPart(months: readonly number[]): string {
  if (!months.length) return '';
  const stretch = stretchOf(months, 1, 12);
  return stretch
    ? `, from ${month(stretch[0])} to ${month(stretch[1])}`
    : `, in ${list(months.map(month))}`;
}

const every = (interval: number, unit: string): string =>
  interval === 1
    ? `every ${unit}`
    : interval === 2
      ? `every other ${unit}`
      : `every ${number(interval)} ${unit}s`;

function weekdaysPart(weekdays: readonly number[], interval: number): string {
  if (weekdays.length === 7 && interval === 1) return 'every day';
  const names = weekdays.map(weekday => WEEKDAYS[weekday]!);
  const stretch = stretchOf(weekdays, 0, 7);
  const some = stretch ? `${WEEKDAYS[stretch[0]]!} to ${WEEKDAYS[stretch[1]]!}` : list(names);
  if (interval === 1) return stretch ? some : `every ${some}`;
  return names.length === 1 && interval === 2
    ? `every other ${some}`
    : `${every(interval, 'week')}, ${stretch ? '' : 'on '}${some}`;
}

function ordinal(nth: number): string {
  if (nth === -1) return 'last';
  const size = Math.abs(nth);
  const word = ORDINALS[size] ?? nthOf(size);
  return nth > 0 ? word : `${word} to last`;
}

function datesPart(dates: readonly number[]): string {
  const days = dates.filter(day => day > 0).map(nthOf);
  const last = dates.filter(day => day < 0).sort((one, other) => one - other);
  return list([...days, ...last.map(day => `${ordinal(day)} day`)]);
}

function nthsPart(nths: readonly NthWeekday[]): string {
  const name = ({weekday}: NthWeekday): string =>
    weekday === undefined ? 'working day' : WEEKDAYS[weekday]!;
  return nths.every(one => name(one) === name(nths[0]!))
    ? `${list(nths.map(({nth}) => ordinal(nth)))} ${name(nths[0]!)}`
    : list(nths.map(one => `${ordinal(one.nth)} ${name(one)}`));
}

function longPart(sense: Extract<Sense, {per: unknown}>): string {
  const {interval, months, per} = sense;
  const days = sense.kind === 'dates' ? datesPart(sense.dates) : nthsPart(sense.nths);
  if (per === 'month') return `on the ${days} of ${every(interval, 'month')}${monthsPart(months)}`;
  const isPlain = sense.kind === 'dates' && sense.dates.every(day => day > 0);
  const where = list(months.map(month));
  return isPlain
    ? `${every(interval, 'year')} on ${list(sense.dates.map(String))} ${where}`
    : `${every(interval, 'year')} on the ${days} of ${where}`;
}

function repeats(sense: Sense): string {
  const {interval, months} = sense;
  switch (sense.kind) {
    case 'days':
      return every(interval, 'day') + monthsPart(months);
    case 'weekdays':
      return weekdaysPart(sense.weekdays, interval) + monthsPart(months);
    default:
      return longPart(sense);
  }
}

const said = ({day, month: value, year}: SaidDate): string =>
  `${day} ${month(value)}${year === undefined ? '' : ` ${String(year)}`}`;

/** Dates of one month share it: "12 and 19 May and 2 June". */
function dates(all: readonly SaidDate[]): string {
  return list(
    byMonth(all).map(group =>
      list([...group.slice(0, -1).map(({day}) => String(day)), said(group.at(-1)!)]),
    ),
  );
}

/** What repeats, in English. */
export const englishRecurrence: RecurrenceWords = {
  repeats,
  until: last => `until ${said(last)}`,
  times: count => `${count} ${count === 1 ? 'time' : 'times'}`,
  except: all => `except on ${dates(all)}`,
  exceptMany: count => `except on ${count} dates`,
  also: all => `and also on ${dates(all)}`,
  alsoMany: count => `and on ${count} more dates`,
  dates: all => `on ${dates(all)}`,
  datesBetween: (count, first, last) => `${count} dates from ${said(first)} to ${said(last)}`,
};
