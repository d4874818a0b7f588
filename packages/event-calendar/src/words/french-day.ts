/** The parts of a day that are wanted, in no other form than these. */
export interface DayParts {
  readonly weekday?: 'long' | 'short';
  readonly day?: 'numeric';
  readonly month?: 'long' | 'short';
  readonly year?: 'numeric';
}

const WEEKDAYS = 'dimanche lundi mardi mercredi jeudi vendredi samedi'.split(' ');
const MONTHS =
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');
/** As CLDR has them. */
const SHORT = 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'.split(' ');

/**
 * A day in French as `formatDay` writes it, without Intl: its first use costs a page some 15 ms of its main
 * thread, and a French calendar needs nothing else of it.
 *
 * @param at Number of the day, counted from 1970.
 */
export function frenchDay(at: number, {weekday, day, month, year}: DayParts): string {
  const date = new Date(at * 864e5);
  const name = WEEKDAYS[date.getUTCDay()]!;
  const number = date.getUTCDate();
  return [
    weekday && (weekday === 'short' ? `${name.slice(0, 3)}.` : name),
    day && (number === 1 && month ? '1er' : number),
    month && (month === 'short' ? SHORT : MONTHS)[date.getUTCMonth()],
    year && date.getUTCFullYear(),
  ]
    .filter(Boolean)
    .join(' ');
}
