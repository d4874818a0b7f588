import {openIntervals, openingStatus, zoneOf} from '@local-widgets/model';
import type {ChatSettings, RoomSettings, ShopSettings} from '@local-widgets/model/schemas.js';

const DAY = 86_400_000;
/** Days that are looked through for the next opening: few first, since most shops open soon. */
const LOOK_AHEAD = [10, 100];

/** Whether it is open, and until when as far as hours tell. */
export interface OpenState {
  isOpen: boolean;
  until?: Date;
}

type Times = Pick<ShopSettings, 'timeZone' | 'holidays' | 'openingHours' | 'closures'>;

/** Whether somebody is to be there to answer; closures of the shop count for its own hours alone. */
export function answeringHours(
  {hours}: Pick<ChatSettings, 'hours'>,
  {timeZone, holidays, openingHours, closures}: Times,
  now: Date,
): OpenState {
  if (hours !== undefined || closures.length === 0) {
    return stateOf(hours ?? openingHours, {timeZone, holidays}, now);
  }
  const dayOf = calendarDays(timeZone);
  const isClosed = (at: Date) => closures.some(c => c.from <= dayOf(at) && c.to >= dayOf(at));
  for (const days of LOOK_AHEAD) {
    const end = new Date(now.getTime() + days * DAY);
    const all = openIntervals(openingHours, now, end, {timeZone, holidays}) ?? [];
    const spans = all.flatMap(span => (span.state === 'open' ? daysOf(span, timeZone) : []));
    const open = joined(spans.filter(({start}) => !isClosed(start)));
    const [next] = open;
    if (!next) continue;
    if (next.start > now) return {isOpen: false, until: next.start};
    return next.end < end ? {isOpen: true, until: next.end} : {isOpen: true};
  }
  return {isOpen: false};
}

/** Whether one may write into a room where neighbours meet. */
export function writingHours(
  {isOpen, hours}: Pick<RoomSettings, 'isOpen' | 'hours'>,
  {timeZone, holidays}: Pick<ShopSettings, 'timeZone' | 'holidays'>,
  now: Date,
): OpenState {
  if (!isOpen) return {isOpen: false};
  return hours === undefined ? {isOpen: true} : stateOf(hours, {timeZone, holidays}, now);
}

function stateOf(
  hours: string,
  options: Pick<ShopSettings, 'timeZone' | 'holidays'>,
  now: Date,
): OpenState {
  const {state, until} = openingStatus(hours, now, options);
  // hours that nobody knows promise nothing
  return {isOpen: state === 'open', ...(until && {until})};
}

interface Span {
  start: Date;
  end: Date;
}

/** `YYYY-MM-DD` on the clocks of the zone. */
function calendarDays(timeZone: string): (at: Date) => string {
  const zone = zoneOf(timeZone);
  return at => new Date((zone?.dayAt(at.getTime()) ?? 0) * DAY).toISOString().slice(0, 10);
}

/** A span cut where days begin: hours around the clock are one span, and closures are of days. */
function daysOf({start, end}: Span, timeZone: string): Span[] {
  const zone = zoneOf(timeZone);
  if (!zone) return [{start, end}];
  const spans: Span[] = [];
  for (let from = start; from < end;) {
    const midnight = new Date(zone.instantOf(zone.dayAt(from.getTime()) + 1, 0));
    const to = midnight < end ? midnight : end;
    spans.push({start: from, end: to});
    from = to;
  }
  return spans;
}

function joined(spans: readonly Span[]): Span[] {
  const whole: Span[] = [];
  for (const {start, end} of spans) {
    const last = whole.at(-1);
    if (last && last.end.getTime() === start.getTime()) last.end = end;
    else whole.push({start, end});
  }
  return whole;
}
