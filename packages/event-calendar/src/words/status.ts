import {formatMoment} from '@local-widgets/core';
import {weekOf} from '@local-widgets/model';
import type {Messages} from '../locales/index.js';
import type {EventsController} from '../source/events-controller.js';
import type {CalendarState} from '../state/calendar-state.js';
import {shownDays} from '../state/shown-days.js';
import type {ViewContext} from '../state/view-context.js';
import {isPeriod} from '../templates/toolbar.js';
import {countIn} from './counts.js';
import {dateOf, fullDay, monthTitle} from './dates.js';

type Words = ViewContext<Messages>;

/** `juin 2026`, `semaine du 8 juin`, `vendredi 12 juin 2026`. */
export function periodWords({view, day}: CalendarState, weekStart: number, words: Words): string {
  const {messages, language} = words;
  if (view === 'month') return monthTitle(day, language);
  if (view === 'day') return fullDay(day, language);
  return messages.weekOf(dateOf(weekOf(day, weekStart), words));
}

/** What is heard when the view has changed: how many events it shows. */
export function statusWords(asked: CalendarState, weekStart: number, words: Words): string {
  const {messages, language} = words;
  if (isPeriod(asked.view)) {
    const count = asked.countOn(shownDays(asked, weekStart));
    const period = periodWords(asked, weekStart, words);
    return `${period}, ${messages.events(count, countIn(count, language))}`;
  }
  const {total} = asked.agenda;
  const formatted = countIn(total, language);
  if (total === 0) return asked.isFiltered ? messages.events(0, '0') : messages.nothingToCome;
  return asked.filters.days
    ? messages.events(total, formatted)
    : messages.upcoming(total, formatted);
}

/** What of the sources is missing on the page. */
export function sourceNotes(
  {failure, loaded, receivedAt}: EventsController,
  {messages, language}: Words,
): string[] {
  const lost = loaded?.rejected.filter(({isPartial}) => !isPartial).length ?? 0;
  return [
    failure && receivedAt ? messages.stale(formatMoment(receivedAt, language)) : '',
    lost > 0 ? messages.partial(lost) : '',
    ...(loaded?.failures ?? []).map(({name}) => messages.sourceFailed(name)),
  ];
}
