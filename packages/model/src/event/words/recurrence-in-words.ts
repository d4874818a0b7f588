import type {Event} from '../event.js';
import {readRule} from '../recurrence/read-rule.js';
import {civilOf, DAY, dayOfWall} from '../time/civil.js';
import {wallAt} from '../time/clock.js';
import {readDate, type DateValue} from '../time/date-value.js';
import {clockOf} from '../time/intl-clock.js';
import {isoDate} from '../time/write-date.js';
import type {RecurrenceWords, SaidDate} from './recurrence-words.js';
import {senseOf} from './sense.js';

export interface RecurrenceInWordsOptions {
  /** The year of which dates are said without it; by default that in which the event starts. */
  readonly year?: number | undefined;
}

/** More dates than these are counted, not said. */
const MAX_SAID = 6;

/**
 * How an event repeats, as a sentence without its point that begins in lower case: « tous les mardis jusqu’au 30
 * juin, sauf le 12 mai ». Times of day are not in it.
 *
 * @param words `frenchRecurrence`, `englishRecurrence`, or another language in their shape.
 * @returns undefined for what does not repeat, and where a sentence would be wrong or say less than a list of
 *   the dates.
 */
export function recurrenceInWords(
  {recurrence, startDate, timeZone}: Pick<Event, 'recurrence' | 'startDate' | 'timeZone'>,
  words: RecurrenceWords,
  {year}: RecurrenceInWordsOptions = {},
): string | undefined {
  const start = dayIn(startDate.slice(0, 19), timeZone);
  if (!recurrence || start === undefined) return undefined;
  const usual = year ?? civilOf(start).year;
  const say = (day: number): SaidDate => {
    const date = civilOf(day);
    return {...date, year: date.year === usual ? undefined : date.year};
  };
  const daysOf = (dates: readonly string[] | undefined): number[] =>
    [...new Set((dates ?? []).flatMap(date => dayIn(date, timeZone) ?? []))].sort(
      (one, other) => one - other,
    );
  const further = daysOf(recurrence.dates);
  const except = daysOf(recurrence.exceptDates);
  if (recurrence.rule === undefined) {
    const all = [...new Set([start, ...further])]
      .filter(day => !except.includes(day))
      .sort((one, other) => one - other);
    if (all.length < 2) return undefined;
    return all.length > MAX_SAID
      ? words.datesBetween(all.length, say(all[0]!), say(all.at(-1)!))
      : words.dates(all.map(say));
  }
  const rule = readRule(recurrence.rule);
  const sense = typeof rule === 'string' ? undefined : senseOf(rule, start * DAY);
  if (typeof rule === 'string' || !sense) return undefined;
  const until = rule.until && lastDay(rule.until, timeZone, startDate.slice(11, 19));
  const parts = [
    words.repeats(sense) + (until === undefined ? '' : ` ${words.until(say(until))}`),
    rule.count === undefined ? '' : words.times(rule.count),
    except.length > MAX_SAID
      ? words.exceptMany(except.length)
      : except.length
        ? words.except(except.map(say))
        : '',
    further.length > MAX_SAID
      ? words.alsoMany(further.length)
      : further.length
        ? words.also(further.map(say))
        : '',
  ];
  return parts.filter(Boolean).join(', ');
}

function dayIn(text: string, timeZone: string | undefined): number | undefined {
  const date = readDate(text);
  return date && lastDay(date, timeZone);
}

/**
 * The day of a date; of the end of a rule the last on which it can still begin: midnight of 1 July ends what
 * begins at six on 30 June.
 *
 * @param time At which it begins, `18:30:00`; empty when all day.
 */
function lastDay({form, at}: DateValue, timeZone: string | undefined, time = ''): number {
  const clock = form === 'utc' && timeZone !== undefined ? clockOf(timeZone) : undefined;
  const wall = clock ? wallAt(clock, at) : at;
  const isTooEarly = form !== 'date' && time > isoDate(wall, 'local').slice(11);
  return dayOfWall(wall) - (isTooEarly ? 1 : 0);
}
