import type {Day, Mark, Rule, Schedule} from './rule.js';

/** A part of a day, in minutes after its midnight, `to` exclusive. */
export interface Tile extends Mark {
  from: number;
  to: number;
  /** It belongs to a span that began on the day before. */
  isSpill: boolean;
}

type Painted = Mark & {isSpill?: boolean};

/** A rule that has a say on a day, and how many minutes before that day its own day begins. */
type Part = readonly [rule: Rule, shift: number];

const MIDNIGHT = 1440;
const CLOSED: Painted = {state: 'closed'};
const UNKNOWN: Painted = {state: 'unknown'};

/** Does the rule speak of the day? */
export const matches = (rule: Rule, day: Day) =>
  rule.dates.every(tests => tests.some(test => test(day)));

/** Does the rule, on a day that it matches, replace all rules before it? */
const replaces = ({dates, state, after}: Rule, previous?: Rule) =>
  after == ';' && (dates.length ? state != 'closed' : state == 'open' && !previous?.dates.length);

/** The rules that count on a day, in order; with `before`, also what they spill over midnight. */
function partsOf(rules: readonly Rule[], day: Day, before?: Day): Part[] {
  let parts: Part[] = [];
  rules.forEach((rule, i) => {
    if (matches(rule, day)) {
      if (replaces(rule, rules[i - 1])) parts = [];
      parts.push([rule, 0]);
    }
    if (before && matches(rule, before)) parts.push([rule, MIDNIGHT]);
  });
  return parts;
}

/** The last rule that speaks wins; fallback rules speak only while the place is closed. */
function paint(parts: readonly Part[], minute: number): Painted {
  let painted = CLOSED;
  for (const [rule, shift] of parts) {
    if (rule.after == '||' && painted.state != 'closed') continue;
    const at = minute + shift;
    const {state, comment, spans} = rule;
    const mark = {state, comment, isSpill: at >= MIDNIGHT};
    if (!spans.length && !shift) painted = at < MIDNIGHT ? mark : CLOSED;
    for (const {from, to, openEnd} of spans) {
      if (at >= from && at < to) {
        painted = openEnd && state == 'open' ? {...mark, state: 'unknown'} : mark;
      }
    }
  }
  return painted;
}

/**
 * How the hours after midnight are meant is written in two ways, and mappers follow both: a rule
 * replaces calendar days, so that `Fr,Sa 18:00-02:00; Su off` ends at midnight of Saturday (so says
 * the specification), or it replaces opening days, and Saturday's night lasts until 02:00.
 */
function readingsOf(rules: readonly Rule[], day: Day, before: Day) {
  const calendar = partsOf(rules, day, before);
  const today = partsOf(rules, day);
  const yesterday = partsOf(rules, before);
  return (minute: number) => {
    const own = paint(today, minute);
    return [
      paint(calendar, minute),
      own.state == 'closed' ? paint(yesterday, minute + MIDNIGHT) : own,
    ];
  };
}

/**
 * The day from midnight to midnight, without gaps; neighbours differ in state, comment or spill.
 * `days` and `daysBefore` are the day and the one before as they may be. Where they, or the readings
 * of the value, differ the state is unknown.
 */
export function tilesOf({rules, edges}: Schedule, days: Day[], daysBefore: Day[]): Tile[] {
  const mayMatch = (rule: Rule) => [...days, ...daysBefore].some(day => matches(rule, day));
  // the months out of season, which one walks through to find the next opening
  if (!rules.some(mayMatch)) return [{...CLOSED, from: 0, to: MIDNIGHT, isSpill: false}];
  const readings = days.flatMap(day => daysBefore.map(before => readingsOf(rules, day, before)));
  const tiles: Tile[] = [];
  edges.forEach((from, i) => {
    const to = edges[i + 1] ?? MIDNIGHT;
    const marks = readings.flatMap(reading => reading(from));
    const {state, comment} = marks.find(mark => mark.state != marks[0]!.state)
      ? UNKNOWN
      : marks[0]!;
    const isSpill = marks.some(mark => mark.isSpill);
    const last = tiles.at(-1);
    if (last?.state == state && last.comment == comment && last.isSpill == isSpill) last.to = to;
    else tiles.push({from, to, state, comment, isSpill});
  });
  return tiles;
}
