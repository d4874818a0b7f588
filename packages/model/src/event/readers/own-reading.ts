import type {DatedOccurrence, EventCollector, Origin} from '../collect-events.js';
import {isObject, listOf, type Json} from '../../place/json.js';
import {quote} from '../../place/position.js';
import {messageOf} from '../../place/unreadable-feed-error.js';
import {readDate} from '../time/date-value.js';
import {clockOf} from '../time/intl-clock.js';
import {cleanText} from '../../text/clean-text.js';
import {describeEvent, put, sourceOf, type EventDraft} from '../to-event.js';
import {notAnEvent} from './item.js';
import {ownValues} from './own-values.js';

/** Events between two points at which the reading may pause. */
const SLICE = 200;
/** Days on either side of 1970 that a `Date` can tell. */
const MAX_DAY = 1e8;

/**
 * A reading of ours (`EventsReading` as JSON): its dates were worked out where it was made, so that nobody has
 * to read rules again. Days and minutes are those of the zone asked for now.
 */
export function* addReading(
  events: readonly unknown[],
  occurrences: readonly unknown[],
  collector: EventCollector,
): Generator<undefined> {
  const dates = new Map<unknown, DatedOccurrence[]>();
  for (const one of occurrences) {
    const date = dateOf(one);
    const known = date && dates.get(date.eventId);
    if (known) known.push(date);
    else if (date) dates.set(date.eventId, [date]);
  }
  const ids = new Set<string>();
  let at = 0;
  for (const event of events) {
    if (collector.isFull) return;
    const origin = {at, unit: 'item'} as const;
    const id = isObject(event) ? cleanText(event['id'], 400) : undefined;
    if (!isObject(event) || id === undefined) {
      const {reason, detail} = notAnEvent(event);
      collector.reject(origin, reason, detail);
    } else if (ids.size === ids.add(id).size) {
      collector.reject(origin, 'bad-row', `another event has the id ${quote(id)}`);
    } else {
      addSafely(
        event,
        id,
        dates.get(event['id']),
        {...origin, uid: cleanText(event['uid'], 300)},
        collector,
      );
    }
    if (++at % SLICE === 0) yield;
  }
}

function addSafely(
  event: Json,
  id: string,
  dates: readonly DatedOccurrence[] | undefined,
  origin: Origin,
  collector: EventCollector,
): void {
  try {
    collector.addDated(origin, id, dates, own => eventOf(event, own, collector));
  } catch (error) {
    collector.reject(origin, 'bad-row', messageOf(error));
  }
}

function dateOf(value: unknown): DatedOccurrence | undefined {
  if (!isObject(value)) return undefined;
  const {eventId, start, end, isAllDay, firstDay, lastDay} = value;
  const recurrenceId = cleanText(value['recurrenceId'], 40);
  if (typeof eventId !== 'string' || recurrenceId === undefined) return undefined;
  if (!isNumber(start, 8e15) || !isNumber(end, 8e15) || end < start) return undefined;
  if (isAllDay !== true) return {eventId, recurrenceId, start, end};
  if (!isNumber(firstDay, MAX_DAY) || !isNumber(lastDay, MAX_DAY) || lastDay < firstDay)
    return undefined;
  return {
    eventId,
    recurrenceId,
    start,
    end,
    days: {first: Math.floor(firstDay), last: Math.floor(lastDay)},
  };
}

/** Also said in files, where a line end of its own would begin another property. */
const isDate = (text: string): boolean =>
  /^[\dT:Z+-]{1,25}$/.test(text) && readDate(text) !== undefined;

const isNumber = (value: unknown, most: number): value is number =>
  typeof value === 'number' && Math.abs(value) <= most;

function eventOf(
  event: Json,
  id: string,
  collector: EventCollector,
): ReturnType<typeof describeEvent> {
  const text = (key: string): string | undefined => cleanText(event[key], 400);
  const draft: EventDraft = {
    id,
    name: '',
    isAllDay: event['isAllDay'] === true,
    startDate: text('startDate') ?? '',
    endDate: text('endDate') ?? text('startDate') ?? '',
  };
  put(draft, 'uid', text('uid'));
  // who shows and writes the event asks for its clock
  put(draft, 'timeZone', clockOf(text('timeZone') ?? '')?.name);
  put(draft, 'superEvent', text('superEvent'));
  if (event['isFloating'] === true) draft.isFloating = true;
  const {recurrence} = event;
  if (isObject(recurrence)) {
    const list = (value: unknown): string[] | undefined => {
      const texts = listOf(value).filter(one => typeof one === 'string' && isDate(one));
      return texts.length ? (texts.slice(0, 5000) as string[]) : undefined;
    };
    const own: {-readonly [K in keyof NonNullable<EventDraft['recurrence']>]: string | string[]} =
      {};
    put(own, 'rule', cleanText(recurrence['rule'], 4000));
    put(own, 'dates', list(recurrence['dates']));
    put(own, 'exceptDates', list(recurrence['exceptDates']));
    draft.recurrence = own as NonNullable<EventDraft['recurrence']>;
  }
  const others = listOf(event['otherSources'])
    .slice(0, 20)
    .flatMap(source => {
      const own = sourceOf(ownValues({source}), {baseUrl: collector.context.baseUrl});
      return own ? [own] : [];
    });
  if (others.length) draft.otherSources = others;
  return describeEvent(draft, ownValues(event), collector.context);
}
