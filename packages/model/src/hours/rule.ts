/** What a place is at a moment: `unknown` is an answer, not an absence. */
export type HoursState = 'open' | 'closed' | 'unknown';

/** A state and the words the value gives for it. */
export interface Mark {
  state: HoursState;
  comment?: string | undefined;
}

/** A mark as callers get it. */
export const shown = ({state, comment}: Mark) => ({state, ...(comment && {comment})});

/** What rules ask of a day. */
export interface Day {
  /** Day number (calendar.ts). */
  number: number;
  /** `YYYY-MM-DD`. */
  iso: string;
  /** 0 is Monday. */
  weekday: number;
  /** Public holiday. */
  ph: boolean;
  /** School holidays. */
  sh: boolean;
}

export type DayTest = (day: Day) => boolean;

/** Minutes after midnight of the rule's day, `to` exclusive and at most two days on. */
export interface Span {
  from: number;
  to: number;
  /** The closing time is not given: `to` is a guess, and the state in the span unknown. */
  openEnd: boolean;
}

export interface Rule extends Mark {
  /** All groups must hold; a group holds when one of its tests does. */
  dates: DayTest[][];
  /** The group of `dates` that is made of years, months and dates; absent when the rule names none. */
  period?: DayTest[] | undefined;
  /** None: the whole day. */
  spans: Span[];
  /**
   * The separator before the rule: `;` lets it replace the rules before on its days, `,` adds it to
   * them, `||` lets it speak only where they leave the place closed. A rule added to one after `||`
   * is after `||` as well.
   */
  after: ';' | ',' | '||';
}

/** A parsed `opening_hours` value. */
export interface Schedule {
  rules: Rule[];
  /** The minutes of a day at which anything can change, sorted, 0 first. */
  edges: number[];
}
