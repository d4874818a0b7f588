/** What a place is at a moment: `unknown` is an answer, not an absence. */
export type HoursState = 'open' | 'closed' | 'unknown';

/** A state and the words the value gives for it. */
export interface Mark {
  state: HoursState;
  comment?: string;
}

/** What rules ask of a day. */
export interface Day {
  /** Day number (calendar.ts). */
  number: number;
  year: number;
  /** 1 to 12. */
  month: number;
  date: number;
  /** 0 is Monday. */
  weekday: number;
  /** Public holiday. */
  PH: boolean;
  /** School holidays. */
  SH: boolean;
}

export type DayTest = (day: Day) => boolean;

/** Minutes after midnight of the rule's day, `to` exclusive and at most two days on. */
export interface Span {
  from: number;
  to: number;
  /** The closing time is not given: `to` is a guess, and the state in the span unknown. */
  openEnd?: boolean;
}

export interface Rule extends Mark {
  /** All groups must hold; a group holds when one of its tests does. */
  dates: DayTest[][];
  /** None: the whole day. */
  spans: Span[];
  /** After `,`: adds to the rules before, does not replace them. */
  additional: boolean;
  /** After `||`: speaks only where the rules before leave the place closed. */
  fallback: boolean;
}

/** A parsed `opening_hours` value. */
export interface Schedule {
  rules: Rule[];
  /** The minutes of a day at which anything can change, sorted, 0 first. */
  edges: number[];
}
