import type {EventRecurrence} from '../event.js';
import {DAY} from '../time/civil.js';
import {instantOf, wallAt, type Clock} from '../time/clock.js';
import {isoDate, isoOffset} from '../time/write-date.js';
import {put, type EventDraft} from '../to-event.js';
import type {Series, Span} from './series.js';

/** An event without a name, and when it is, in the words of `Event`. */
export function datedEvent(
  id: string,
  span: Span & {readonly isFloating: boolean},
  series?: Series,
): EventDraft {
  const {isAllDay, isFloating, clock} = span;
  const event: EventDraft = {id, name: '', isAllDay, startDate: '', endDate: ''};
  setEnds(event, span);
  if (isFloating) event.isFloating = true;
  else if (!isAllDay) put(event, 'timeZone', clock.name);
  put(event, 'recurrence', series && recurrenceOf(series));
  return event;
}

function setEnds(event: EventDraft, span: Span & {readonly isFloating: boolean}): void {
  const {wall, clock, length, isFloating} = span;
  const {days, rest} = length;
  if (event.isAllDay) {
    event.startDate = isoDate(wall, 'date');
    event.endDate = isoDate(wall + (days - 1) * DAY, 'date');
    return;
  }
  const start = instantOf(clock, wall);
  event.startDate = isoAt(clock, start, isFloating);
  event.endDate =
    days || rest
      ? isoAt(clock, (days ? instantOf(clock, wall + days * DAY) : start) + rest, isFloating)
      : event.startDate;
}

function isoAt(clock: Clock, instant: number, isFloating: boolean): string {
  const date = isoDate(wallAt(clock, instant), 'local');
  return isFloating ? date : date + isoOffset(clock.offsetAt(instant));
}

/** Several rules have no sentence of their own: what they give is in the occurrences alone. */
function recurrenceOf(series: Series): EventRecurrence | undefined {
  const {rules, exceptRules, dates, exceptWalls, exceptDays, isAllDay} = series;
  if (rules.length > 1 || exceptRules.length || !(rules.length + dates.length)) return undefined;
  const form = isAllDay ? 'date' : 'local';
  const text = rules[0]?.rule.text;
  const further = dates.map(({wall}) => isoDate(wall, form)).sort();
  const except = [
    ...[...exceptWalls].map(wall => isoDate(wall, form)),
    ...[...exceptDays].map(day => isoDate(day * DAY, 'date')),
  ].sort();
  return {
    ...(text && {rule: text}),
    ...(further.length && {dates: further}),
    ...(except.length && {exceptDates: except}),
  };
}
