import type {Budget} from '../recurrence/budget.js';
import {expandRule} from '../recurrence/expand-rule.js';
import {readRule} from '../recurrence/read-rule.js';
import {DAY, HOUR, MINUTE, SECOND} from '../time/civil.js';
import type {Clock} from '../time/clock.js';
import {readDate} from '../time/date-value.js';
import {allOf, firstOf, type Component, type Described} from './components.js';
import {itemsOf} from './values.js';

/** When the clock goes to another offset. */
interface Change {
  readonly at: number;
  readonly offset: number;
}

const OFFSET = /^([+-])(\d\d):?(\d\d):?(\d\d)?$/;
/** Outlook's rules begin in 1601. */
const EARLIEST = -70 * 365 * DAY;
const MAX_CHANGES = 1000;

/**
 * The clock that a VTIMEZONE describes (RFC 5545 §3.6.5), for zones that no one else knows. Before its first
 * change it shows what the file says the clock was changed from.
 *
 * @param to The changes before this instant are worked out; from then on the last offset stays.
 * @returns undefined when the component describes none.
 */
export function ruleClock(zone: Component, to: number, budget: Budget): Clock | undefined {
  const changes: Change[] = [];
  let earliest = Infinity;
  let before = 0;
  for (const observance of zone.inner) {
    const from = offsetOf(firstOf(observance, 'TZOFFSETFROM')?.value);
    const offset = offsetOf(firstOf(observance, 'TZOFFSETTO')?.value);
    const start = readDate(firstOf(observance, 'DTSTART')?.value ?? '');
    if (from === undefined || offset === undefined || !start) continue;
    const at = start.at - from;
    if (at < earliest) [earliest, before] = [at, from];
    for (const wall of wallsOf(observance, start.at, to, from, budget)) {
      changes.push({at: wall - from, offset});
    }
  }
  if (!changes.length) return undefined;
  changes.sort((one, other) => one.at - other.at);
  return {name: undefined, offsetAt: instant => changeBefore(changes, instant)?.offset ?? before};
}

function wallsOf(
  observance: Described,
  start: number,
  to: number,
  from: number,
  budget: Budget,
): number[] {
  const walls = [start];
  for (const {value} of allOf(observance, 'RRULE')) {
    const rule = readRule(value);
    if (typeof rule === 'string') continue;
    const {until} = rule;
    const last = until ? (until.form === 'utc' ? until.at + from : until.at) : Infinity;
    const first = {wall: start, isAllDay: false, isInstance: true};
    const window = {from: Math.max(start, EARLIEST), to: to + from, limit: MAX_CHANGES};
    walls.push(...expandRule(rule, first, last, window, budget).walls);
  }
  for (const {value} of allOf(observance, 'RDATE')) {
    for (const item of itemsOf(value, MAX_CHANGES)) {
      const date = readDate(item);
      if (date) walls.push(date.at);
    }
  }
  return walls;
}

function changeBefore(changes: readonly Change[], instant: number): Change | undefined {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (changes[middle]!.at <= instant) low = middle + 1;
    else high = middle;
  }
  return changes[low - 1];
}

/** `+0100`, `-00:09:21` as milliseconds. */
function offsetOf(text: string | undefined): number | undefined {
  const match = OFFSET.exec(text?.trim() ?? '');
  if (!match) return undefined;
  const [, sign, hours, minutes, seconds = 0] = match;
  const size = Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * SECOND;
  return sign === '-' ? -size : size;
}
