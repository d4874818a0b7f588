import {DAY, dayOfWall} from '../time/civil.js';
import {instantOf} from '../time/clock.js';
import type {Length} from './length.js';
import type {Series, Span} from './series.js';

/** Instants; `from` included, `to` not. */
export interface InstantWindow {
  readonly from: number;
  readonly to: number;
}

/** One date that a series has in the window. */
export interface Found {
  /** The wall time that tells it from the others, in the clock of the series; of elapsed time the instant. */
  readonly identity: number;
  readonly start: number;
  readonly end: number;
  /** Its days when it is all day, as a clock may have no midnight on some; else not a number. */
  readonly firstDay: number;
  readonly lastDay: number;
  /** Which of the events it is: 0 for that of the series. */
  readonly event: number;
}

export interface ExpandedSeries {
  readonly found: Found[];
  /** Why there may be more. */
  readonly stop?: 'too-many-occurrences' | 'too-much-work' | undefined;
}

/** Keeps what touches a window; what has no length touches it when it starts in it. */
export class Finder {
  readonly found: Found[] = [];
  private latest = -Infinity;

  constructor(
    private readonly series: Series,
    private readonly window: InstantWindow,
  ) {}

  /** @param own The wall time in the series; `wall` may be on the clock of an exception. */
  add(own: number, {clock, isAllDay}: Span, wall: number, length: Length, event: number): void {
    const {series, window, found} = this;
    const start = instantOf(clock, wall);
    if (start >= window.to) return;
    const {days, rest} = length;
    const end = (days ? instantOf(clock, wall + days * DAY) : start) + rest;
    if (end <= window.from && (start < end || start < window.from)) return;
    // two times on the clock may be one: 2:30 in the hour that is skipped is 3:30
    const isKnown = (one: Found): boolean => one.start === start && one.event === event;
    if (start <= this.latest && found.some(isKnown)) return;
    this.latest = Math.max(this.latest, start);
    const identity = series.onWall ? instantOf(series.clock, own) : own;
    const first = isAllDay ? dayOfWall(wall) : NaN;
    found.push({identity, start, end, event, firstDay: first, lastDay: first + days - 1});
  }
}

/** The dates of a series without rules and exceptions, for those who need no more. */
export function expandDates(series: Series, window: InstantWindow, limit: number): ExpandedSeries {
  const finder = new Finder(series, window);
  finder.add(series.wall, series, series.wall, series.length, 0);
  for (const {wall, length = series.length} of series.dates) {
    if (finder.found.length >= limit) return {found: finder.found, stop: 'too-many-occurrences'};
    finder.add(wall, series, wall, length, 0);
  }
  return {found: finder.found};
}
