import {firstOfMonth, lastOfMonth, weekOf, type DayRange} from '@local-widgets/model';
import type {CalendarState} from './calendar-state.js';

/** The days that the view shows; of lists, those that were asked for. */
export function shownDays({view, day, today, filters}: CalendarState, weekStart: number): DayRange {
  if (view === 'day') return {firstDay: day, lastDay: day};
  if (view === 'week') {
    const firstDay = weekOf(day, weekStart);
    return {firstDay, lastDay: firstDay + 6};
  }
  if (view !== 'month') return filters.days ?? {firstDay: today, lastDay: today};
  return {firstDay: firstOfMonth(day), lastDay: lastOfMonth(day)};
}
