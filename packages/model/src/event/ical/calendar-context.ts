import type {EventCollector, Origin} from '../collect-events.js';
import type {EventRejectionReason} from '../event.js';
import {quote} from '../../place/position.js';
import type {Component, Described} from './components.js';
import type {ContentLine} from './content-lines.js';
import type {CalendarZones} from './zones.js';

/** A component, or an exception with what it takes from its series. */
export interface Entry extends Described {
  readonly line: number;
  readonly uid: Component['uid'];
}

/** What is needed to read the events of a calendar. */
export interface CalendarContext {
  readonly zones: CalendarZones;
  readonly collector: EventCollector;
  /** Whether all of it is called off (`METHOD:CANCEL`). */
  readonly isCancelled: boolean;
}

export const originOf = ({line, uid}: Entry): Origin => ({at: line, unit: 'line', uid});

/** Tells what is wrong with one property; the event is shown without it. */
export function tell(
  {collector}: CalendarContext,
  {uid}: Entry,
  {line, name, value}: ContentLine,
  reason: EventRejectionReason,
  detail = '',
): void {
  collector.reject(
    {at: line, unit: 'line', uid},
    reason,
    `${name} is ${quote(value)}${detail}`,
    true,
  );
}
