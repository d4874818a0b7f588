import {dayOfIso, isoOfDay, zoneOf} from '@local-widgets/model';
import {Type, type Static} from 'typebox';
import {HubProblem} from '../../http/problem.js';
import {sayEvent} from '../event-words.js';

const Day = Type.String({pattern: String.raw`^\d{4}-\d{2}-\d{2}$`});
const Label = Type.String({minLength: 1, maxLength: 200});

/** What narrows a calendar; each may be repeated, and any of its values will do. */
export const FilterQuery = Type.Object({
  category: Type.Optional(Type.Array(Label, {maxItems: 20})),
  /** `placeId`, or the name of a place. */
  place: Type.Optional(Type.Array(Label, {maxItems: 20})),
  audience: Type.Optional(Type.Array(Label, {maxItems: 20})),
  /** `1`: what costs nothing. */
  free: Type.Optional(Type.Literal('1')),
});
export type FilterQuery = Static<typeof FilterQuery>;

export const WindowQuery = Type.Object({
  /** First day, where the calendar is; today when absent. */
  from: Type.Optional(Day),
  /** The day after the last one; 366 days later when absent. */
  to: Type.Optional(Day),
  ...FilterQuery.properties,
});
export type WindowQuery = Static<typeof WindowQuery>;

/** Days of a calendar. */
export interface DayWindow {
  /** `2026-11-23`: the first day, and the day after the last one. */
  from: string;
  to: string;
  /** Milliseconds since 1970: their midnights. */
  starts: number;
  ends: number;
  timeZone: string;
}

const DEFAULT_DAYS = 366;
const MOST_DAYS = 1100;

/**
 * The days that are asked for.
 *
 * @throws HubProblem `invalid` for days that are none, backwards or too many
 */
export function readWindow(
  {from, to}: {from?: string | undefined; to?: string | undefined},
  timeZone: string,
  now: number,
): DayWindow {
  const zone = zoneOf(timeZone)!;
  const first = from === undefined ? zone.dayAt(now) : dayOfIso(from);
  const end = to === undefined ? (first ?? 0) + DEFAULT_DAYS : dayOfIso(to);
  const isFine =
    first !== undefined &&
    end !== undefined &&
    end > first &&
    end - first <= MOST_DAYS &&
    first > 0;
  if (!isFine) {
    throw new HubProblem('invalid', {detail: sayEvent(words => words.badWindow)});
  }
  return {
    from: isoOfDay(first),
    to: isoOfDay(end),
    starts: zone.instantOf(first, 0),
    ends: zone.instantOf(end, 0),
    timeZone,
  };
}
