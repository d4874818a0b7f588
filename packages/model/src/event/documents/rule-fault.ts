import {readRule} from '../recurrence/read-rule.js';

/** What is wrong with a rule that somebody wrote. */
export type RuleFault =
  /** It cannot be read. */
  | 'unreadable'
  /** It repeats within a day: no calendar of a town does. */
  | 'too-fine';

/** @param rule RFC 5545 §3.3.10 without the name of the property. */
export function ruleFault(rule: string): RuleFault | undefined {
  const read = readRule(rule);
  if (typeof read === 'string') return 'unreadable';
  return /^(?:HOURLY|MINUTELY|SECONDLY)$/.test(read.frequency) ? 'too-fine' : undefined;
}

/** Whether a rule goes on for ever: neither so many times nor up to a day. */
export function isEndless(rule: string): boolean {
  const read = readRule(rule);
  return typeof read === 'object' && read.count === undefined && read.until === undefined;
}
