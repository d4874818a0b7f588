import {DAY} from '../hours/calendar.js';
import {openIntervals} from '../hours/status.js';
import type {Zone} from '../hours/zone.js';
import type {RollingSlots, ShopSettings} from '../schemas.js';
import type {Candidate} from './candidate.js';
import {isClosed, type ShopDay, type Stretch} from './shop-day.js';

const MINUTE = 6e4;

/** The least of the schema: keeps the work bounded for rules that were never checked. */
const MIN_STEP = 5;

type OpeningSettings = Pick<ShopSettings, 'timeZone' | 'openingHours' | 'holidays' | 'closures'>;

interface Place {
  settings: OpeningSettings;
  zone: Zone;
  dayOf: (instant: number) => ShopDay;
}

/**
 * When the shop is surely open, whatever the comments: what may be open is left out, and hours that
 * cannot be read are none.
 */
function openStretches(hours: string, settings: OpeningSettings, within: Stretch): Stretch[] {
  const stretches: Stretch[] = [];
  const {timeZone, holidays} = settings;
  const [from, to] = [new Date(within.start), new Date(within.end)];
  for (const {start, end, state} of openIntervals(hours, from, to, {timeZone, holidays}) ?? []) {
    if (state != 'open') continue;
    const last = stretches.at(-1);
    if (last?.end == +start) last.end = +end;
    else stretches.push({start: +start, end: +end});
  }
  return stretches;
}

/** The parts of a stretch on each day of the shop. */
function* byDay({start, end}: Stretch, dayOf: Place['dayOf']): Generator<Stretch> {
  while (start < end) {
    const stop = Math.min(end, dayOf(start).end);
    yield {start, end: stop};
    start = stop;
  }
}

/**
 * The last instant with `lead` milliseconds of opening between it and `start`; before all time when
 * `open`, which is sorted, has not that much.
 */
function openingBefore(open: readonly Stretch[], start: number, lead: number): number {
  let left = lead;
  for (let i = open.length - 1; left > 0 && i >= 0; i--) {
    const stretch = open[i]!;
    const end = Math.min(stretch.end, start);
    const length = Math.max(0, end - stretch.start);
    if (length >= left) return end - left;
    left -= length;
  }
  return left > 0 ? -Infinity : start;
}

/** Gives the last instant at which an order for a slot that begins at `start` leaves enough time. */
function leadRule(offer: RollingSlots, minutes: number, place: Place, opening: () => Stretch[]) {
  const lead = Math.max(offer.leadMinutes, minutes) * MINUTE;
  if (offer.leadCounts == 'clock') return (start: number) => start - lead;
  const {settings, dayOf} = place;
  const open = opening()
    .flatMap(stretch => [...byDay(stretch, dayOf)])
    .filter(({start}) => !isClosed(settings.closures, dayOf(start)));
  return (start: number) => openingBefore(open, start, lead);
}

/** Gives the instant by which the orders for a day are in. */
function cutOffRule({cutOff}: RollingSlots, zone: Zone) {
  if (!cutOff) return () => Infinity;
  const [hour, minute] = cutOff.time.split(':');
  return (day: number) => zone.instantOf(day - cutOff.daysBefore, +hour! * 60 + +minute!);
}

/**
 * The slots of the horizon that begin up to `last`, in order, some of them already over. They follow
 * each other in elapsed time from the start of each stretch of opening, also past midnight and through
 * a change of clocks. What stays open for more than 24 hours has no start that one could know for
 * long: there the slots of each day follow each other from its midnight.
 */
export function* rollingSlots(
  offer: RollingSlots,
  minutes: number,
  place: Place,
  now: number,
  last: number,
): Generator<Candidate> {
  const {settings, zone, dayOf} = place;
  const step = Math.max(MIN_STEP, offer.stepMinutes) * MINUTE;
  const horizon = zone.instantOf(zone.dayAt(now) + offer.horizonDays, 0);
  const end = Math.min(last + 1, horizon);
  // wide enough to know which of the stretches are long
  const within = {start: now - 2 * DAY, end: end + 3 * DAY};
  const openingOf = (hours: string) => openStretches(hours, settings, within);
  const stretches = openingOf(offer.hours ?? settings.openingHours);
  const leadUntil = leadRule(offer, minutes, place, () =>
    offer.hours ? openingOf(settings.openingHours) : stretches,
  );
  const cutOffAt = cutOffRule(offer, zone);
  for (const stretch of stretches) {
    const isLong = stretch.end - stretch.start > DAY;
    for (const part of isLong ? byDay(stretch, dayOf) : [stretch]) {
      for (let start = part.start; start + step <= part.end; start += step) {
        if (start >= end) return;
        yield {
          start,
          end: start + step,
          from: -Infinity,
          until: Math.min(leadUntil(start), cutOffAt(dayOf(start).number)),
          capacity: offer.capacity,
        };
      }
    }
  }
}
