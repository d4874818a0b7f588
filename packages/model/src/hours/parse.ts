import {Cursor, fail, NotCovered} from './cursor.js';
import type {HoursState, Rule, Schedule, Span} from './rule.js';
import {daySelectors} from './selectors.js';
import {timeSpans} from './spans.js';
import {tokenize} from './tokens.js';

const MAX_LENGTH = 1000;
const MAX_RULES = 64;
const MAX_SPANS = 96;

/**
 * Reads the part of the OSM `opening_hours` grammar that shops use
 * (https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification): years, months, dates,
 * Easter, weeks, weekdays, `PH`, `SH`, times, states, comments, and the three separators.
 * `undefined` for anything else (sun times, points in time, offsets from weekdays and holidays, …),
 * for more than 1,000 characters, 64 rules or 96 spans. Never throws.
 */
export function parseHours(text: string): Schedule | undefined {
  const tokens = text.length > MAX_LENGTH ? undefined : tokenize(text);
  try {
    return tokens && schedule(new Cursor(tokens));
  } catch (error) {
    if (!(error instanceof NotCovered)) throw error;
  }
}

function schedule(cursor: Cursor): Schedule {
  const rules: Rule[] = [];
  let additional = false;
  let fallback = false;
  for (let isGoing = true; isGoing;) {
    const isLast = cursor.at == cursor.tokens.length;
    if (!cursor.is(';') && !isLast) rules.push(rule(cursor, additional, fallback));
    else if (additional || fallback) fail();
    additional = cursor.skip(',');
    if (additional) continue;
    fallback = cursor.skip('||');
    isGoing = fallback || cursor.skip(';');
  }
  const spans = rules.flatMap(rule => rule.spans);
  const isRead = cursor.at == cursor.tokens.length;
  if (!isRead || !rules.length || rules.length > MAX_RULES || spans.length > MAX_SPANS) fail();
  const edges = new Set([0]);
  for (const {from, to} of spans) edges.add(from % 1440).add(to % 1440);
  return {rules, edges: [...edges].sort((a, b) => a - b)};
}

function rule(cursor: Cursor, additional: boolean, fallback: boolean): Rule {
  const start = cursor.at;
  const dates = daySelectors(cursor);
  const spans: Span[] = cursor.skip('24/7') ? [{from: 0, to: 1440}] : timeSpans(cursor);
  const written = cursor.take('state') as HoursState | undefined;
  const comment = cursor.take('comment') as string | undefined;
  if (cursor.at == start) fail();
  // A comment alone is a condition; days alone do not say at which hours.
  const state = written ?? (comment || !spans.length ? 'unknown' : 'open');
  return {dates, spans, state, additional, fallback, ...(comment && {comment})};
}
