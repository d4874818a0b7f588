import {MAX_DAYS, NO_LENGTH, readDuration, type Length} from '../series/length.js';
import type {Span} from '../series/series.js';
import {DAY, dayOfWall} from '../time/civil.js';
import {quote} from '../../place/position.js';
import {originOf, tell, type CalendarContext, type Entry} from './calendar-context.js';
import {firstOf} from './components.js';
import {instantOfMoment, momentOf, wallOn, type Moment} from './moments.js';

/** When a component is, with how it was written. */
export interface WrittenSpan extends Span {
  readonly form: Moment['form'];
  readonly isFloating: boolean;
}

/**
 * When a component is. A problem with the end, or an unknown zone, is told and does not lose it.
 *
 * @returns undefined when it has no start that can be read; why is told.
 */
export function spanOf(entry: Entry, context: CalendarContext): WrittenSpan | undefined {
  const {zones, collector} = context;
  const property = firstOf(entry, 'DTSTART') ?? firstOf(entry, 'RECURRENCE-ID');
  const start = property && momentOf(property, zones);
  if (!start) {
    const {uid} = entry;
    if (!property) collector.reject(originOf(entry), 'no-start', 'no DTSTART');
    else {
      const at = {at: property.line, unit: 'line', uid} as const;
      collector.reject(at, 'bad-start', `${property.name} is ${quote(property.value)}`);
    }
    return undefined;
  }
  const {at: wall, clock: own, unknownZone} = start;
  if (unknownZone !== undefined) {
    tell(context, entry, property, 'unknown-zone', ` in the time zone ${quote(unknownZone)}`);
  }
  const isAllDay = start.form === 'date' || isMarkedAllDay(entry, start);
  const {clock: display} = collector.context;
  const span = {wall, clock: isAllDay ? display : (own ?? display), isAllDay};
  return {
    ...span,
    length: lengthOf(entry, span, context),
    form: isAllDay ? 'date' : start.form,
    isFloating: !isAllDay && !own,
  };
}

/** Outlook's own words for an event from midnight to midnight. */
function isMarkedAllDay(entry: Entry, {form, at}: Moment): boolean {
  const mark = firstOf(entry, 'X-MICROSOFT-CDO-ALLDAYEVENT')?.value.trim() ?? '';
  return form === 'local' && at % DAY === 0 && /^true$/i.test(mark);
}

function lengthOf(entry: Entry, start: Omit<Span, 'length'>, context: CalendarContext): Length {
  const {isAllDay} = start;
  const none = isAllDay ? {days: 1, rest: 0} : NO_LENGTH;
  const end = firstOf(entry, 'DTEND');
  const property = end ?? firstOf(entry, 'DURATION');
  if (!property) return none;
  const length = end
    ? lengthUpTo(momentOf(end, context.zones), start, context)
    : readDuration(property.value);
  if (!length) {
    tell(context, entry, property, 'bad-end');
    return none;
  }
  return isAllDay
    ? {days: Math.max(1, length.days + Math.ceil(length.rest / DAY)), rest: 0}
    : length;
}

/** Up to the end, itself not included; undefined when it lies before the start or nowhere near. */
function lengthUpTo(
  end: Moment | undefined,
  {wall, clock, isAllDay}: Omit<Span, 'length'>,
  {zones}: CalendarContext,
): Length | undefined {
  if (!end) return undefined;
  const length = isAllDay
    ? {days: dayOfWall(wallOn(clock, true, end, zones)) - dayOfWall(wall), rest: 0}
    : {
        days: 0,
        rest:
          instantOfMoment(end, clock) - instantOfMoment({form: 'local', at: wall, clock}, clock),
      };
  const days = length.days + length.rest / DAY;
  return days >= 0 && days <= MAX_DAYS ? length : undefined;
}
