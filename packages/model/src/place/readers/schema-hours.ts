import {cleanList} from '../../text/clean-text.js';
import {isObject, listOf, type Json} from '../json.js';
import {addSpans, ALL_DAYS, daysOf, spanOf, timeOf, WeekHours} from './week-hours.js';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const MAX_PARTS = 200;

/**
 * Opening hours of a schema.org thing as one OSM value: `openingHoursSpecification`, else the text of
 * `openingHours`, and behind it what holds on certain dates. A part that cannot be read makes the
 * whole unknown: hours with a hole in them would say "closed" of a shop that is open, or the reverse.
 */
export function schemaHours(thing: Json): string | undefined {
  const parts = (key: string) => listOf(thing[key]).slice(0, MAX_PARTS);
  const regular = parts('openingHoursSpecification');
  const special = parts('specialOpeningHoursSpecification');
  const weeks = new Map<string, WeekHours>([['', new WeekHours()]]);
  const isRead =
    regular.every(part => addSpecification(weeks, part, false)) &&
    special.every(part => addSpecification(weeks, part, true));
  if (!isRead) return undefined;
  const rules = [...weeks].map(([dates, week]) => week.toText(dates));
  if (!regular.length) rules.unshift(textHours(thing['openingHours']));
  return rules.filter(Boolean).join('; ') || undefined;
}

/**
 * schema.org repeats the property for further hours of a day, where a further rule of OSM takes the
 * place of the one before: so the parts are added up. What is richer than days and times is taken for OSM's.
 */
function textHours(value: unknown): string | undefined {
  const texts = listOf(value).flatMap(one => (typeof one === 'string' ? [one.trim()] : []));
  const week = new WeekHours();
  const isRead = texts.slice(0, MAX_PARTS).every(text => {
    const [, days, times] =
      /^([a-z][a-z, -]*?)\s+(\d[\d:h,\s–-]*)$/i.exec(text.slice(0, 500)) ?? [];
    return days && times && addSpans(week, days, times);
  });
  return isRead ? week.toText() : cleanList(texts, MAX_PARTS, 500)?.join('; ');
}

/** @param isSpecial Then it must say when it holds. */
function addSpecification(
  weeks: Map<string, WeekHours>,
  part: unknown,
  isSpecial: boolean,
): boolean {
  if (!isObject(part)) return false;
  const {opens, closes, dayOfWeek, validFrom, validThrough} = part;
  const dates = datesOf(validFrom, validThrough);
  if (dates === undefined || (isSpecial && !dates)) return false;
  const names = listOf(dayOfWeek).map(day => (isObject(day) ? (day['@id'] ?? day['name']) : day));
  const days = names.length ? daysOf(names.map(String).join(',')) : ALL_DAYS;
  // "open if the opens property is specified, and closed otherwise"
  const isClosed = !opens ? !closes : timeOf(opens) === '00:00' && timeOf(closes) === '00:00';
  const span = spanOf(opens, closes);
  if (!days || (!isClosed && !span)) return false;
  const week = weeks.get(dates) ?? new WeekHours();
  week.add(days, isClosed ? undefined : span);
  weeks.set(dates, week);
  return true;
}

/** `2026 Dec 24-2026 Dec 26`; empty when it holds for good; undefined when the dates are unclear. */
function datesOf(from: unknown, through: unknown): string | undefined {
  if (!from || !through) return '';
  const start = dateOf(from);
  const end = dateOf(through);
  if (!start || !end) return undefined;
  return start === end ? start : `${start}-${end}`;
}

function dateOf(value: unknown): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)(?!\d)/.exec(String(value)) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name && Number(day) > 0 && Number(day) < 32 ? `${year} ${name} ${Number(day)}` : undefined;
}
