import {byMonth, type RecurrenceWords, type SaidDate} from './recurrence-words.js';
import {stretchOf, type NthWeekday, type Sense} from './sense.js';

const WEEKDAYS = 'lundi mardi mercredi jeudi vendredi samedi dimanche'.split(' ');
const MONTHS =
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');
const NUMBERS = 'zéro un deux trois quatre cinq six sept huit neuf dix onze douze'.split(' ');
const ORDINALS = ['', 'premier', 'deuxième', 'troisième', 'quatrième', 'cinquième'];

const number = (value: number): string => NUMBERS[value] ?? String(value);
const date = (day: number): string => (day === 1 ? '1er' : String(day));
const month = (value: number): string => MONTHS[value - 1]!;

function list(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} et ${items.at(-1)!}`;
}

/** « d’avril », « de mai » */
const of = (word: string): string => (/^[aeiouyàâéèêh]/i.test(word) ? `d’${word}` : `de ${word}`);

function inMonths(months: readonly number[]): string {
  const stretch = stretchOf(months, 1, 12);
  return stretch
    ? `${of(month(stretch[0]))} à ${month(stretch[1])}`
    : `en ${list(months.map(month))}`;
}

function monthsPart(months: readonly number[]): string {
  return months.length ? `, ${inMonths(months)}` : '';
}

function weekdaysPart(weekdays: readonly number[], interval: number): string {
  if (weekdays.length === 7 && interval === 1) return 'tous les jours';
  const names = weekdays.map(weekday => WEEKDAYS[weekday]!);
  const stretch = stretchOf(weekdays, 0, 7);
  const some = stretch
    ? `du ${WEEKDAYS[stretch[0]]!} au ${WEEKDAYS[stretch[1]]!}`
    : `les ${list(names.map(name => `${name}s`))}`;
  if (interval === 1) return stretch ? some : `tous ${some}`;
  if (names.length === 1) {
    return interval === 2
      ? `un ${names[0]!} sur deux`
      : `toutes les ${number(interval)} semaines, le ${names[0]!}`;
  }
  return interval === 2
    ? `${some}, une semaine sur deux`
    : `${some}, toutes les ${number(interval)} semaines`;
}

/** « le 1er et le dernier jour » */
function datesPart(dates: readonly number[]): string {
  const days = dates.filter(day => day > 0).map(date);
  const first = days.length ? [`${days.length > 1 ? 'les' : 'le'} ${list(days)}`] : [];
  return list([...first, ...fromEnd(dates).map(day => `${theNth(day)} jour`)]);
}

const fromEnd = (numbers: readonly number[]): number[] =>
  numbers.filter(value => value < 0).sort((one, other) => one - other);

function theNth(nth: number): string {
  if (nth === -2) return 'l’avant-dernier';
  return nth === -1 ? 'le dernier' : `le ${ORDINALS[nth] ?? `${nth}e`}`;
}

function nthsPart(nths: readonly NthWeekday[]): string {
  const name = (weekday: number | undefined): string =>
    weekday === undefined ? 'jour ouvré' : WEEKDAYS[weekday]!;
  const [first] = nths;
  const ordinals = nths.map(({nth}) => ORDINALS[nth]);
  const isShort = nths.every(({weekday, nth}) => weekday === first?.weekday && nth > 0);
  return isShort && nths.length > 1
    ? `les ${list(ordinals.map(String))} ${name(first?.weekday)}s`
    : list(nths.map(({nth, weekday}) => `${theNth(nth)} ${name(weekday)}`));
}

function longPart(sense: Extract<Sense, {per: unknown}>): string {
  const {interval, months, per} = sense;
  const days = sense.kind === 'dates' ? datesPart(sense.dates) : nthsPart(sense.nths);
  if (per === 'month') {
    return interval === 1
      ? `${days} de chaque mois${monthsPart(months)}`
      : `${days}, tous les ${number(interval)} mois${monthsPart(months)}`;
  }
  const years = interval === 1 ? 'tous les ans' : `tous les ${number(interval)} ans`;
  const isPlain = sense.kind === 'dates' && sense.dates.every(day => day > 0);
  const where = isPlain ? list(months.map(month)) : list(months.map(value => of(month(value))));
  return `${years}, ${days} ${where}`;
}

function repeats(sense: Sense): string {
  const {interval, months} = sense;
  switch (sense.kind) {
    case 'days':
      return (
        (interval === 1
          ? 'tous les jours'
          : interval === 2
            ? 'un jour sur deux'
            : `tous les ${number(interval)} jours`) + monthsPart(months)
      );
    case 'weekdays':
      return weekdaysPart(sense.weekdays, interval) + monthsPart(months);
    default:
      return longPart(sense);
  }
}

const said = ({day, month: value, year}: SaidDate): string =>
  `${date(day)} ${month(value)}${year === undefined ? '' : ` ${String(year)}`}`;

/** Dates of one month share it: « les 12 et 19 mai et le 2 juin ». */
function dates(all: readonly SaidDate[]): string {
  return list(
    byMonth(all).map(group => {
      const days = group.slice(0, -1).map(({day}) => date(day));
      return `${days.length ? 'les' : 'le'} ${list([...days, said(group.at(-1)!)])}`;
    }),
  );
}

/** What repeats, in French. */
export const frenchRecurrence: RecurrenceWords = {
  repeats,
  until: last => `jusqu’au ${said(last)}`,
  times: count => `${count} fois`,
  except: all => `sauf ${dates(all)}`,
  exceptMany: count => `sauf ${count} dates`,
  also: all => `et aussi ${dates(all)}`,
  alsoMany: count => `et à ${count} autres dates`,
  dates,
  datesBetween: (count, first, last) => `${count} dates du ${said(first)} au ${said(last)}`,
};
