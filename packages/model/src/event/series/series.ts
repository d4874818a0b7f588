import type {Rule} from '../recurrence/rule.js';
import type {Clock} from '../time/clock.js';
import type {Length} from './length.js';

/** When one thing is on: what all formats are turned into before their dates are worked out. */
export interface Span {
  /** Wall time of the start; of all-day spans midnight. */
  readonly wall: number;
  /** The clock of the wall time; all-day and floating spans have the clock of the reading. */
  readonly clock: Clock;
  readonly isAllDay: boolean;
  readonly length: Length;
}

/** One date of a series that is not as the others (`RECURRENCE-ID`, RFC 5545 §3.8.4.4). */
export interface Exception {
  /** The wall time in the clock of the series that it would have had. */
  readonly instead: number;
  /** Set when only the day is named: the first one on that day is meant. */
  readonly isDay: boolean;
  /** Set when all later ones move along (`RANGE=THISANDFUTURE`, §3.2.13). */
  readonly isRange: boolean;
  readonly span: Span;
  /** Which of the events it is: 0 for that of the series. */
  readonly event: number;
}

/** A date of its own (`RDATE`, §3.8.5.2). */
export interface FurtherDate {
  readonly wall: number;
  /** Of a `PERIOD`; else that of the series. */
  readonly length?: Length | undefined;
}

/** A recurrence set (RFC 5545 §3.8.5). Wall times are those of the clock of the span. */
export interface Series extends Span {
  readonly rules: readonly RuleWithEnd[];
  /** What rules take away (`EXRULE` of RFC 2445, which some still write). */
  readonly exceptRules: readonly RuleWithEnd[];
  readonly dates: readonly FurtherDate[];
  readonly exceptWalls: ReadonlySet<number>;
  /** Days of which all is taken away. */
  readonly exceptDays: ReadonlySet<number>;
  readonly exceptions: readonly Exception[];
  /** Set when the clock of the series is not that on the wall: what the latter shows at a time of the former. */
  readonly onWall?: (time: number) => number;
}

export interface RuleWithEnd {
  readonly rule: Rule;
  /** Wall time of the last that may be. */
  readonly until: number;
}

/** A series of one date. */
export const once = ({wall, clock, isAllDay, length}: Span): Series => ({
  wall,
  clock,
  isAllDay,
  length,
  rules: NONE,
  exceptRules: NONE,
  dates: NONE,
  exceptWalls: NOTHING,
  exceptDays: NOTHING,
  exceptions: NONE,
});

const NONE: readonly never[] = [];
const NOTHING: ReadonlySet<number> = /* @__PURE__ */ new Set();
