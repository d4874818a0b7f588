import {UNITS} from '../recurrence/expand-rule.js';
import {readRule} from '../recurrence/read-rule.js';
import type {Rule} from '../recurrence/rule.js';
import {readDuration, type Length} from '../series/length.js';
import {once, type FurtherDate, type RuleWithEnd, type Series} from '../series/series.js';
import {DAY, dayOfWall} from '../time/civil.js';
import {wallAt} from '../time/clock.js';
import {tell, type CalendarContext, type Entry} from './calendar-context.js';
import {allOf} from './components.js';
import type {ContentLine} from './content-lines.js';
import {dayOfMoment, instantOfMoment, momentOf, wallOn, type Moment} from './moments.js';
import type {WrittenSpan} from './span-of.js';
import {itemsOf} from './values.js';

/** Rules of one event: more is no calendar. */
const MAX_RULES = 10;

/** The recurrence set of an event, but for its exceptions. What cannot be read is told and left out. */
export function seriesOf(entry: Entry, span: WrittenSpan, context: CalendarContext): Series {
  if (!entry.properties.some(({name}) => /^(?:RRULE|RDATE|EXDATE|EXRULE)$/.test(name)))
    return once(span);
  const {clock, isAllDay, wall} = span;
  const wallOf = (moment: Moment): number => wallOn(clock, isAllDay, moment, context.zones);
  const dates: FurtherDate[] = [];
  for (const {moment, length} of datesOf(entry, 'RDATE', span, context)) {
    // a day alone is at the time of the others
    const time = moment.form === 'date' && !isAllDay ? wall - dayOfWall(wall) * DAY : 0;
    dates.push({wall: wallOf(moment) + time, length: isAllDay ? undefined : length});
  }
  const exceptWalls = new Set<number>();
  const exceptDays = new Set<number>();
  for (const {moment} of datesOf(entry, 'EXDATE', span, context)) {
    if (moment.form === 'date' && !isAllDay) exceptDays.add(dayOfWall(moment.at));
    else exceptWalls.add(wallOf(moment));
  }
  const rules = rulesOf(entry, 'RRULE', span, context);
  const exceptRules = rulesOf(entry, 'EXRULE', span, context);
  return {...once(span), rules, exceptRules, dates, exceptWalls, exceptDays};
}

function rulesOf(
  entry: Entry,
  name: 'RRULE' | 'EXRULE',
  span: WrittenSpan,
  context: CalendarContext,
): RuleWithEnd[] {
  return allOf(entry, name).flatMap((property, at) => {
    const {value} = property;
    if (!value.trim()) return [];
    const rule = at < MAX_RULES ? readRule(value) : `more than ${MAX_RULES} rules`;
    if (typeof rule === 'string') {
      if (at <= MAX_RULES) tell(context, entry, property, 'bad-rule', `: ${rule}`);
      return [];
    }
    if (span.isAllDay && UNITS[rule.frequency]) {
      tell(context, entry, property, 'bad-rule', ' of whole days');
      return [];
    }
    return [{rule, until: untilOf(rule, span, context)}];
  });
}

/** The last wall time of a rule; see docs/decisions/0013-recurrence.md for the forms that differ. */
function untilOf({until}: Rule, {clock, isAllDay}: WrittenSpan, {zones}: CalendarContext): number {
  if (!until) return Infinity;
  if (isAllDay) return dayOfMoment(until, zones.floating) * DAY;
  const {form, at} = until;
  if (form === 'date') return at + DAY - 1;
  return form === 'local' ? at : wallAt(clock, at);
}

interface ListedDate {
  readonly moment: Moment;
  readonly length: Length | undefined;
}

/** The dates of all properties of a name, up to the limit of what one event may have. */
function* datesOf(
  entry: Entry,
  name: 'RDATE' | 'EXDATE',
  {clock}: WrittenSpan,
  context: CalendarContext,
): Generator<ListedDate> {
  const {zones, collector} = context;
  let left = collector.context.limits.perEvent;
  for (const property of allOf(entry, name)) {
    for (const item of itemsOf(property.value, left)) {
      if (left-- <= 0) {
        tell(context, entry, property, 'too-many-occurrences', ' after as many dates as are taken');
        return;
      }
      const [text = '', end = ''] = item.split('/', 2);
      const moment = momentOf(property, zones, text);
      const length = moment && end ? periodLength(moment, end, property) : undefined;
      if (moment && (length || !end)) yield {moment, length};
      else tell(context, entry, property, 'bad-date');
    }
  }

  function periodLength(start: Moment, end: string, property: ContentLine): Length | undefined {
    if (/^[+-]?P/i.test(end.trim())) return readDuration(end);
    const moment = momentOf(property, zones, end);
    const rest = moment ? instantOfMoment(moment, clock) - instantOfMoment(start, clock) : NaN;
    return rest >= 0 ? {days: 0, rest} : undefined;
  }
}
