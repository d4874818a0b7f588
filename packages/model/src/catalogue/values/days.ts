import {isObject} from '../../place/json.js';
import type {Availability} from '../../schemas/catalogue.js';
import type {Weekday} from '../../schemas/common.js';
import {normalizeText} from '../../text/normalize.js';
import {wordOf} from './word.js';

export const WEEKDAYS: readonly Weekday[] = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
export const FRENCH_DAYS = 'lundi mardi mercredi jeudi vendredi samedi dimanche'.split(' ');
const ENGLISH_DAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
const MONTHS = [
  'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre',
  'january february march april may june july august september october november december',
].map(names => names.split(' '));
const LAST_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const ALWAYS =
  /^(?:tou(?:s les jours|jours|te l annee)|7 ?j(?:ours)? ?(?:sur )?7|every ?day|daily|all year)$/;
const SMALL_WORDS = /^(?:du|de|le|les|et|and|on|from|tous|jours|every)$/;

/**
 * The days of the week in a list (`['Mo', 'Tu']`) or a text (`lundi, mardi`, `lun-ven`, `du mardi
 * au samedi`, `tous les jours sauf lundi`), Monday first.
 *
 * @returns null for every day, undefined when a word is no day
 */
export function weekdaysOf(value: unknown): Weekday[] | null | undefined {
  const text = Array.isArray(value) ? value.map(wordOf).join() : value;
  if (typeof text !== 'string' || text.length > 200) return undefined;
  if (ALWAYS.test(normalizeText(text))) return null;
  const [said = '', exceptions] = text.split(/\bsauf\b|\bexcept\b/i);
  const days = daysIn(said);
  if (exceptions === undefined) return days?.length ? days : undefined;
  const out = daysIn(exceptions);
  if (!days || !out?.length) return undefined;
  const left = (days.length ? days : WEEKDAYS).filter(day => !out.includes(day));
  return left.length ? left : undefined;
}

function daysIn(text: string): Weekday[] | undefined {
  const parts = text
    .toLowerCase()
    .replace(/\s*(?:[-–—]|\s(?:au|à|to)\s)\s*/g, '-')
    .split(/[\s,;/|+&.]+/)
    .filter(part => part && !SMALL_WORDS.test(part));
  const found = new Set<number>();
  for (const part of parts) {
    const ends = part.split('-').map(dayOf);
    const [first = -1, last = first] = ends;
    if (ends.length > 2 || first < 0 || last < 0) return undefined;
    for (let day = first; ; day = (day + 1) % 7) {
      found.add(day);
      if (day === last) break;
    }
  }
  return WEEKDAYS.filter((_, day) => found.has(day));
}

/** 0 for Monday, by the name or its beginning from two letters on, in French or English; or -1. */
function dayOf(word: string): number {
  const start = word.replace(/s$/, '');
  if (start.length < 2) return -1;
  return FRENCH_DAYS.findIndex(
    (name, i) => name.startsWith(start) || ENGLISH_DAYS[i]?.startsWith(start),
  );
}

type Season = NonNullable<Availability['season']>;

/**
 * A season: an object as in the schema, or a text (`15/03 - 30/09`, day before month; `du 15 mars
 * au 30 septembre`; whole months as `mars à juin`, `décembre`).
 *
 * @returns null for the whole year, undefined when it is not understood
 */
export function seasonOf(value: unknown): Season | null | undefined {
  if (isObject(value)) {
    const {from, to} = value;
    return isMonthDay(from) && isMonthDay(to) ? {from, to} : undefined;
  }
  if (typeof value !== 'string' || value.length > 80) return undefined;
  if (ALWAYS.test(normalizeText(value))) return null;
  const parts = value
    .toLowerCase()
    .replace(/^\s*(?:du|de|from)\s+/, '')
    .split(/\s*[-–—]\s*|\s+(?:au|à|to)\s+/);
  if (parts.length > 2) return undefined;
  const from = monthDay(parts[0]!, true);
  const to = monthDay(parts.at(-1)!, false);
  const isOneDay = parts.length === 1 && from === to;
  return from && to && !isOneDay ? {from, to} : undefined;
}

/** `MM-DD` of a day, or of the first or last day of a month. */
function monthDay(text: string, isFirst: boolean): string | undefined {
  const numbers = /^(\d{1,2})[/.](\d{1,2})$/.exec(text.trim());
  const words = /^(?:(\d{1,2})(?:er|st|nd|rd|th)? )?(\p{L}{3,})$/u.exec(normalizeText(text));
  const month = numbers ? Number(numbers[2]) : monthOf(words?.[2]);
  const day = numbers?.[1] ?? words?.[1] ?? (isFirst ? 1 : LAST_DAYS[month - 1]);
  const written = `${two(month)}-${two(Number(day))}`;
  return isMonthDay(written) ? written : undefined;
}

/** By the beginning of its name, when that is the beginning of one only; 0 when it is none. */
function monthOf(word = '-'): number {
  const found = MONTHS.flatMap(names =>
    names.flatMap((name, i) => (name.startsWith(word) ? i : [])),
  );
  return new Set(found).size === 1 ? found[0]! + 1 : 0;
}

function isMonthDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d\d-\d\d$/.test(value)) return false;
  const [month = 0, day = 0] = value.split('-').map(Number);
  return day > 0 && day <= (LAST_DAYS[month - 1] ?? 0);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
