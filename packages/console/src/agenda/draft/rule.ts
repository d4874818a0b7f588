import type {Weekday} from '@local-widgets/model/schemas.js';
import type {EventDraft, Repeat, RepeatEnd} from './event-draft.js';
import {isLastOf, nthOf, weekdayOf, WEEKDAYS} from './weekdays.js';

/** What of a draft is in its rule. */
export type RuleDraft = Pick<
  EventDraft,
  'repeat' | 'weekdays' | 'ends' | 'until' | 'count' | 'ownRule' | 'isAllDay'
>;

/**
 * The rule of a draft (RFC 5545 §3.3.10); nothing for what does not repeat by one.
 *
 * @param day ISO date of the first date, from which "the second Tuesday" follows
 */
export function ruleOf(draft: RuleDraft, day: string): string | undefined {
  const parts = partsOf(draft, day);
  if (!parts || draft.repeat === 'own') return parts;
  return parts + endOf(draft);
}

function partsOf({repeat, weekdays, ownRule}: RuleDraft, day: string): string | undefined {
  const weekday = code(weekdayOf(day) ?? 'Mo');
  const chosen =
    WEEKDAYS.filter(each => weekdays.includes(each))
      .map(code)
      .join() || weekday;
  switch (repeat) {
    case 'daily':
      return 'FREQ=DAILY';
    case 'weekly':
      return `FREQ=WEEKLY;BYDAY=${chosen}`;
    case 'fortnightly':
      return `FREQ=WEEKLY;INTERVAL=2;BYDAY=${chosen}`;
    case 'month-day':
      return `FREQ=MONTHLY;BYMONTHDAY=${Number(day.slice(8, 10))}`;
    case 'month-weekday':
      return `FREQ=MONTHLY;BYDAY=${nthOf(day)}${weekday}`;
    case 'month-last':
      return `FREQ=MONTHLY;BYDAY=-1${weekday}`;
    case 'yearly':
      return 'FREQ=YEARLY';
    case 'own':
      return ownRule;
    default:
      return undefined;
  }
}

function endOf({ends, until, count, isAllDay}: RuleDraft): string {
  if (ends === 'count' && count) return `;COUNT=${count}`;
  if (ends !== 'until' || !until) return '';
  return `;UNTIL=${until.replaceAll('-', '')}${isAllDay ? '' : 'T235959'}`;
}

type ReadRule = Pick<RuleDraft, 'repeat' | 'weekdays' | 'ends' | 'until' | 'count' | 'ownRule'>;

const SIMPLE: readonly Repeat[] = [
  'daily',
  'weekly',
  'fortnightly',
  'month-last',
  'month-weekday',
  'month-day',
  'yearly',
];

/** What the form shows of a rule: the words for it, or that there are none. */
export function readRule(rule: string, day: string, isAllDay: boolean): ReadRule {
  const map = new Map(rule.split(';').map(part => part.split('=') as [string, string]));
  const until =
    /^(\d{4})(\d\d)(\d\d)/
      .exec(map.get('UNTIL') ?? '')
      ?.slice(1)
      .join('-') ?? '';
  const count = map.get('COUNT') ?? '';
  const ends: RepeatEnd = until ? 'until' : count ? 'count' : 'never';
  const weekdays = (map.get('BYDAY') ?? '')
    .split(',')
    .flatMap(each => WEEKDAYS.find(name => code(name) === each) ?? []);
  const common = {weekdays, ends, until, count, ownRule: rule};
  const found = SIMPLE.find(repeat => {
    const draft = {...common, repeat, isAllDay};
    // only what would be written again just so is understood
    return isSame(ruleOf(draft, day) ?? '', rule) && (repeat !== 'month-last' || isLastOf(day));
  });
  return {...common, repeat: found ?? 'own'};
}

/** The same parts in any order, and without what goes without saying. */
function isSame(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(rule: string): string {
  return rule
    .toUpperCase()
    .split(';')
    .filter(part => part !== 'INTERVAL=1' && part !== 'WKST=MO')
    .map(part => (part.startsWith('UNTIL=') ? part.slice(0, 14) : part))
    .map(part => (part.startsWith('BYDAY=') ? part.split(/[=,]/).sort().join() : part))
    .sort()
    .join(';');
}

const code = (weekday: Weekday): string => weekday.toUpperCase();
