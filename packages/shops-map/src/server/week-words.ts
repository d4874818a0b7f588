import {formatWallTime, formatWeekday} from '@local-widgets/core';
import {openingWeek, type OpeningDay} from '@local-widgets/model';
import type {ShopContext} from './shop.js';

/**
 * `lundi – vendredi : 9 h – 19 h ; samedi : 9 h – 12 h`: days with the same hours together. Empty when
 * nobody knows, or when the hours are not certain: a sentence that is read tomorrow cannot say why.
 */
export function weekWords(hours: string | undefined, context: ShopContext): string {
  const {now, timeZone, messages, language} = context;
  // a week like any other: the page may be kept beyond this one
  const week = openingWeek(hours, now, {timeZone, holidays: 'none'});
  if (!week || week.some(({spans}) => spans.some(({state}) => state === 'unknown'))) return '';
  const runs: {first: OpeningDay; last: OpeningDay; words: string}[] = [];
  for (const day of week) {
    const words = hoursOf(day, context);
    const run = runs.at(-1);
    if (run?.words === words) run.last = day;
    else runs.push({first: day, last: day, words});
  }
  const nameOf = ({date}: OpeningDay): string => formatWeekday(date, language);
  const colon = language.startsWith('fr') ? '\u00a0: ' : ': ';
  return runs
    .map(({first, last, words}) => {
      const days = first === last ? nameOf(first) : messages.span(nameOf(first), nameOf(last));
      return `${days}${colon}${words}`;
    })
    .join(language.startsWith('fr') ? '\u00a0; ' : '; ');
}

function hoursOf({spans}: OpeningDay, {messages, language}: ShopContext): string {
  if (spans.length === 0) return messages.closedAllDay.toLowerCase();
  return spans
    .map(({opens, closes}) =>
      messages.span(formatWallTime(opens, language), formatWallTime(closes, language)),
    )
    .join(', ');
}
