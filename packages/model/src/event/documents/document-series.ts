import type {EventDocument, EventOverride} from '../../schemas/event.js';
import {quote} from '../../place/position.js';
import type {EventCollector, Origin} from '../collect-events.js';
import type {EventRejectionReason} from '../event.js';
import {readRule} from '../recurrence/read-rule.js';
import type {Rule} from '../recurrence/rule.js';
import {MAX_DAYS, type Length} from '../series/length.js';
import {once, type RuleWithEnd, type Series, type Span} from '../series/series.js';
import {DAY, dayOfWall} from '../time/civil.js';
import {instantOf, wallAt, type Clock} from '../time/clock.js';
import {readDate, type DateValue} from '../time/date-value.js';
import {clockOf} from '../time/intl-clock.js';

/** When a document is, but for the dates that differ. */
export interface DocumentSeries {
  readonly series: Series;
  /** When the date of an override is. */
  spanOf(override: EventOverride): Span & {readonly instead: number};
}

/** @returns undefined when it has no start that can be read; what is wrong is told to the collector. */
export function documentSeries(
  document: EventDocument,
  origin: Origin,
  collector: EventCollector,
): DocumentSeries | undefined {
  const tell = (reason: EventRejectionReason, detail: string) =>
    collector.reject(origin, reason, detail, true);
  const clock = clockOfDocument(document, collector, tell);
  const {isAllDay} = document;
  const wallOf = (date: string | undefined): number | undefined => {
    const at = date === undefined ? undefined : readDate(date)?.at;
    return at !== undefined && isAllDay ? dayOfWall(at) * DAY : at;
  };
  const wall = wallOf(document.startDate);
  if (wall === undefined) {
    collector.reject(origin, 'bad-start', `the start is ${quote(document.startDate)}`);
    return undefined;
  }
  const length = lengthBetween(clock, isAllDay, wall, wallOf(document.endDate));
  if (!length) tell('bad-end', `the end is ${quote(document.endDate)}`);
  const span: Span = {wall, clock, isAllDay, length: length ?? {days: Number(isAllDay), rest: 0}};
  return {
    series: {...once(span), ...recurrenceOf(document, span, tell)},
    spanOf({recurrenceId, startDate, endDate}) {
      const instead = wallOf(recurrenceId) ?? wall;
      const start = wallOf(startDate) ?? instead;
      const end = wallOf(endDate);
      const own = end === undefined ? undefined : lengthBetween(clock, isAllDay, start, end);
      return {instead, wall: start, clock, isAllDay, length: own ?? span.length};
    },
  };
}

type Tell = (reason: EventRejectionReason, detail: string) => void;

/** Whole days lie in the zone of the reading: they are the same days everywhere. */
function clockOfDocument(
  {timeZone, isAllDay}: EventDocument,
  {context}: EventCollector,
  tell: Tell,
): Clock {
  const clock = clockOf(timeZone);
  if (!clock) tell('unknown-zone', `the time zone is ${quote(timeZone)}`);
  return isAllDay || !clock ? context.clock : clock;
}

/** The last day of whole days is one of them. */
function lengthBetween(
  clock: Clock,
  isAllDay: boolean,
  start: number,
  end: number | undefined,
): Length | undefined {
  if (end === undefined) return undefined;
  const days = dayOfWall(end) - dayOfWall(start);
  if (days < 0 || days > MAX_DAYS) return undefined;
  if (isAllDay) return {days: days + 1, rest: 0};
  const rest = instantOf(clock, end) - instantOf(clock, start);
  return rest < 0 ? undefined : {days: 0, rest};
}

function recurrenceOf(
  {recurrence = {}}: EventDocument,
  {clock, isAllDay}: Span,
  tell: Tell,
): Partial<Series> {
  const {rule: text, dates = [], exceptDates = []} = recurrence;
  const rule = text === undefined ? undefined : readRule(text);
  if (typeof rule === 'string') tell('bad-rule', `${rule} in ${quote(text)}`);
  const rules: RuleWithEnd[] =
    typeof rule === 'object' ? [{rule, until: untilOf(rule, clock, isAllDay)}] : [];
  const read = (date: string) => {
    const found = readDate(date);
    if (!found) tell('bad-date', `a date is ${quote(date)}`);
    return found ? [found] : [];
  };
  const wallOf = ({at}: DateValue): number => (isAllDay ? dayOfWall(at) * DAY : at);
  const except = exceptDates.flatMap(read);
  return {
    rules,
    dates: dates.flatMap(read).map(date => ({wall: wallOf(date)})),
    exceptWalls: new Set(except.filter(({form}) => isAllDay || form !== 'date').map(wallOf)),
    exceptDays: new Set(
      except.filter(({form}) => !isAllDay && form === 'date').map(({at}) => dayOfWall(at)),
    ),
  };
}

/** The last wall time of a rule: of a day, all of it. */
function untilOf({until}: Rule, clock: Clock, isAllDay: boolean): number {
  if (!until) return Infinity;
  const {form, at} = until;
  const wall = form === 'utc' ? wallAt(clock, at) : at;
  if (isAllDay) return dayOfWall(wall) * DAY;
  return form === 'date' ? wall + DAY - 1 : wall;
}
