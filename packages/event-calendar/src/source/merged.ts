import {mergeEvents, type Occurrence} from '@local-widgets/model';
import type {LoadedEvents, SourceFailure} from './source.js';

/** What several sources have, each event once. */
export function merged(
  loaded: readonly (readonly [src: string, events: LoadedEvents])[],
  failures: readonly SourceFailure[],
  labels: readonly string[],
): LoadedEvents {
  const all = loaded.map(([, each]) => each);
  const {events, occurrences} = mergeEvents(
    all.map(({events, occurrences}) => ({events, occurrences: occurrences.map(plain)})),
  );
  return {
    events: [...events],
    occurrences: [...occurrences],
    calendar: {},
    truncated: all.some(({truncated}) => truncated),
    rejected: loaded.flatMap(([src, {rejected}]) => rejected.map(row => ({src, ...row}))),
    failures,
    labels,
    subscriptions: all.flatMap(({subscriptions}) => subscriptions),
  };
}

/** A date that can be copied: those of a worker look up some of what they tell. */
const plain = (date: Occurrence): Occurrence => ({
  eventId: date.eventId,
  recurrenceId: date.recurrenceId,
  start: date.start,
  end: date.end,
  isAllDay: date.isAllDay,
  firstDay: date.firstDay,
  lastDay: date.lastDay,
  startMinute: date.startMinute,
  endMinute: date.endMinute,
});
