import {isOverAt, type Event, type Occurrence} from '@local-widgets/model';
import type {CalendarState} from '../state/calendar-state.js';

/** The chosen date; where the series has none such the next one, or the last. */
export function chosenOccurrence(state: CalendarState): Occurrence | undefined {
  const {chosen, reading, now} = state;
  if (!chosen) return undefined;
  return state.kept('chosen', [chosen, reading], () => {
    const of = state.lookup?.eventOf(chosen);
    const dates = datesOf(state, chosen).filter(date => state.eventOf(date) === of);
    return (
      dates.find(({recurrenceId}) => recurrenceId === chosen.recurrenceId) ??
      dates.find(date => isOverAt(date) > now) ??
      dates.at(-1)
    );
  });
}

/** An event and what departs from its series, in the order of the source. */
export function seriesOf(
  {lookup}: CalendarState,
  date: Pick<Occurrence, 'eventId'>,
): readonly Event[] {
  return lookup?.seriesOf(date) ?? [];
}

/** All dates of an event and of what departs from its series, by start. */
export function datesOf(
  state: CalendarState,
  date: Pick<Occurrence, 'eventId'>,
): readonly Occurrence[] {
  const {lookup, reading} = state;
  const base = lookup?.baseOf(date);
  return state.kept(
    'dates',
    [reading, base],
    () => reading?.occurrences.filter(each => lookup?.baseOf(each) === base) ?? [],
  );
}
