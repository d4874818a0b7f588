import {DAY} from '../time/civil.js';
import {expandSeries} from '../series/expand-series.js';
import {Budget} from './budget.js';
import {expandRule} from './expand-rule.js';
import {readRule} from './read-rule.js';
import type {Rule} from './rule.js';

/** How far a rule is looked through for its first date. */
const YEARS = 5 * 366 * DAY;

/** All that reads rules: what a page loads when a feed has some. */
export const ruleEngine = {
  readRule,
  expandSeries,
  /** The first wall time that a rule itself names, from a start on; that start when there is none near. */
  firstOf(rule: Rule, wall: number, isAllDay: boolean): number {
    const window = {from: wall, to: wall + YEARS, limit: 1};
    const start = {wall, isAllDay, isInstance: false};
    return expandRule(rule, start, Infinity, window, new Budget(5000)).walls[0] ?? wall;
  },
};

export type RuleEngine = typeof ruleEngine;
