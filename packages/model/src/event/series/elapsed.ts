import {UNITS} from '../recurrence/expand-rule.js';
import {fixedClock, instantOf, UTC, wallAt} from '../time/clock.js';
import type {Series} from './series.js';

/**
 * The same series on a clock that never changes, when it repeats within a day: an hour later is an hour later
 * also in the night in which the clocks change. What a rule says of hours and days is still about the clock
 * on the wall; see docs/decisions/0013-recurrence.md.
 */
export function onElapsedTime(series: Series): Series {
  const {clock, wall, isAllDay, rules} = series;
  const isShort = rules.some(({rule}) => UNITS[rule.frequency]);
  if (!isShort || isAllDay || clock === UTC) return series;
  const offset = clock.offsetAt(instantOf(clock, wall));
  const steady = fixedClock(offset, clock.name);
  const moved = (other: number): number => instantOf(clock, other) + offset;
  return {
    ...series,
    clock: steady,
    onWall: time => wallAt(clock, time - offset),
    rules: rules.map(({rule, until}) => ({
      rule,
      until: until === Infinity ? until : moved(until),
    })),
    dates: series.dates.map(date => ({...date, wall: moved(date.wall)})),
    exceptWalls: new Set([...series.exceptWalls].map(moved)),
    exceptions: series.exceptions.map(one => ({...one, instead: moved(one.instead)})),
  };
}
