import {mergeEvents} from '@local-widgets/model';
import type {LoadedEvents, SourceFailure} from './source.js';

/** What several sources have, each event once. */
export function merged(
  loaded: readonly (readonly [src: string, events: LoadedEvents])[],
  failures: readonly SourceFailure[],
  labels: readonly string[],
): LoadedEvents {
  const all = loaded.map(([, each]) => each);
  const {events, occurrences} = mergeEvents(all);
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
