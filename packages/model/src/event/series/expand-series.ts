import type {Budget} from '../recurrence/budget.js';
import {expandRule, type Expansion, type WallWindow} from '../recurrence/expand-rule.js';
import {DAY, dayOfWall} from '../time/civil.js';
import {Finder, type ExpandedSeries, type InstantWindow} from './found.js';
import type {Exception, Series} from './series.js';

/**
 * The dates of a series that touch a window (RFC 5545 §3.8.5): rules, further dates and exceptions together,
 * each date once. What has no length touches the window when it starts in it.
 *
 * @param limit The most dates; the exceptions that the source names one by one come on top.
 */
export function expandSeries(
  series: Series,
  window: InstantWindow,
  limit: number,
  budget: Budget,
): ExpandedSeries {
  const {exceptions, dates} = series;
  const finder = new Finder(series, window);
  const wide = wallsAround(series, window, limit);
  const part = budget.forSeries();
  const {walls, stop} = wallsOf(series, wide, part);
  const isOut = outOf(series, wide, part);
  budget.giveBack(part);
  const identities = exceptions.map(exception => identityOf(exception, walls));
  const replaced = new Set(identities);
  const ranges = exceptions
    .filter(({isRange}) => isRange)
    .sort((one, other) => one.instead - other.instead);
  const lengths = new Map(
    dates.flatMap(({wall, length}) => (length ? [[wall, length] as const] : [])),
  );
  for (const wall of walls) {
    if (isOut(wall) || replaced.has(wall)) continue;
    const range = ranges.findLast(({instead}) => instead <= wall);
    if (range) {
      const {span, instead, event} = range;
      const moved = wall + span.wall - instead;
      finder.add(wall, span, span.isAllDay ? dayOfWall(moved) * DAY : moved, span.length, event);
    } else finder.add(wall, series, wall, lengths.get(wall) ?? series.length, 0);
  }
  exceptions.forEach(({span, event}, at) => {
    const identity = identities[at]!;
    if (!isOut(identity)) finder.add(identity, span, span.wall, span.length, event);
  });
  const {found} = finder;
  return stop ? {found, stop} : {found};
}

/** The wall times that may touch the window, whatever they last and wherever they are moved to. */
function wallsAround(series: Series, {from, to}: InstantWindow, limit: number): WallWindow {
  const {clock, length, dates, exceptions} = series;
  let longest = length.days * DAY + length.rest;
  let shift = 0;
  for (const {length: own} of dates) {
    if (own) longest = Math.max(longest, own.days * DAY + own.rest);
  }
  for (const {isRange, span, instead} of exceptions) {
    if (!isRange) continue;
    longest = Math.max(longest, span.length.days * DAY + span.length.rest);
    shift = Math.max(shift, Math.abs(span.wall - instead));
  }
  // no more than may be in it: a rule of seconds would spend its limit on what is not
  const offsets = (instant: number): number[] =>
    [-DAY, 0, DAY].map(around => clock.offsetAt(instant + around));
  return {
    from: from + Math.min(...offsets(from)) - longest - shift + (longest ? 1 : 0),
    to: to + Math.max(...offsets(to)) + shift - 1,
    limit,
  };
}

/** Everything that rules and further dates name, in order, each once. */
function wallsOf(
  {wall, isAllDay, rules, dates, onWall}: Series,
  window: WallWindow,
  budget: Budget,
): Expansion {
  if (!rules.length && !dates.length) return {walls: [wall]};
  const expansions = rules.map(({rule, until}) =>
    expandRule(rule, {wall, isAllDay, isInstance: true, onWall}, until, window, budget),
  );
  const [first, ...others] = expansions;
  if (first && !others.length && !dates.length) return first;
  const all = new Set([...(first?.walls ?? [wall]), ...others.flatMap(({walls}) => walls)]);
  for (const {wall: further} of dates) {
    if (further >= window.from && further <= window.to) all.add(further);
  }
  const walls = [...all].sort((one, other) => one - other);
  const stop = expansions.find(expansion => expansion.stop)?.stop;
  return stop ? {walls, stop} : {walls};
}

/** Tells whether the series is not at a wall time. */
function outOf(
  {wall, isAllDay, exceptWalls, exceptDays, exceptRules, onWall}: Series,
  window: WallWindow,
  budget: Budget,
): (wall: number) => boolean {
  if (!exceptWalls.size && !exceptDays.size && !exceptRules.length) return () => false;
  const start = {wall, isAllDay, isInstance: false, onWall};
  const walls = new Set(
    exceptRules.flatMap(({rule, until}) => expandRule(rule, start, until, window, budget).walls),
  );
  return one => exceptWalls.has(one) || exceptDays.has(dayOfWall(one)) || walls.has(one);
}

/** The wall time in whose place an exception is. */
function identityOf({instead, isDay}: Exception, walls: readonly number[]): number {
  const day = dayOfWall(instead);
  return (isDay ? walls.find(wall => dayOfWall(wall) === day) : undefined) ?? instead;
}
