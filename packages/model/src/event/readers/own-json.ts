import type {EventCollector} from '../collect-events.js';
import type {CalendarDescription} from '../event.js';
import {isObject, listOf, type Json} from '../../place/json.js';
import {resolveUrl} from '../../place/links.js';
import {cleanText} from '../../text/clean-text.js';
import {addItems, notAnEvent, type Item, type ItemProblem, type ItemTime} from './item.js';
import {addReading} from './own-reading.js';
import {ownValues} from './own-values.js';
import type {EventReader} from './reader.js';

/**
 * Our own JSON: `{"events": […], "calendar": {…}}`, or the list alone. An event has the members of `Event`; only
 * `name` and `startDate` are needed:
 *
 * - `startDate`, `endDate`: a day (`2026-05-12`, the last day itself) or a time (`2026-05-12T18:30`), with or
 *   without an offset; without one it is in `timeZone`, or floats
 * - `recurrence`: `{rule, dates, exceptDates}`, or the rule alone (`FREQ=WEEKLY;UNTIL=20260630`)
 * - `dates`: in its place a list of `{startDate, endDate}`, when there is no rule
 * - `location`: an object as in `Event`, or its name; `image`, `organizer`, `offers` likewise
 *
 * With `occurrences` beside the events it is a reading of ours, which the hub speaks; see own-reading.ts.
 */
export const ownJsonReader: EventReader<'json'> = {
  format: 'json',
  input: 'json',
  read: (input, collector) => {
    const list = Array.isArray(input)
      ? (input as unknown[])
      : isObject(input)
        ? input['events']
        : undefined;
    if (!Array.isArray(list)) return undefined;
    const [first] = list as unknown[];
    if (first !== undefined && !isOwn(first)) return undefined;
    if (isObject(input)) {
      setCalendar(input['calendar'], collector);
      const {occurrences} = input;
      return Array.isArray(occurrences)
        ? addReading(list, occurrences, collector)
        : addItems(list, collector, itemOf);
    }
    return first === undefined ? undefined : addItems(list, collector, itemOf);
  },
};

const isOwn = (value: unknown): boolean =>
  isObject(value) && !('@type' in value) && ('startDate' in value || 'dates' in value);

function itemOf(event: Json): Item | ItemProblem {
  if (!isOwn(event)) return notAnEvent(Object.keys(event));
  return {
    uid: event['uid'] ?? event['id'],
    times: timesOf(event),
    recurrence: recurrenceOf(event['recurrence']),
    values: ownValues(event),
  };
}

function timesOf(event: Json): ItemTime[] {
  const {timeZone} = event;
  const listed = listOf(event['dates']).filter(isObject);
  return listed.length
    ? listed.map(({startDate, endDate}) => ({start: startDate, end: endDate, timeZone}))
    : [{start: event['startDate'], end: event['endDate'], timeZone}];
}

function recurrenceOf(value: unknown): Item['recurrence'] {
  if (typeof value === 'string') return {rule: value};
  return isObject(value) ? value : undefined;
}

function setCalendar(value: unknown, collector: EventCollector): void {
  const calendar = objectOf(value);
  const texts = ['name', 'description', 'color', 'timeZone'] as const;
  const url = resolveUrl(calendar['url'], collector.context.baseUrl);
  const known = texts.flatMap(key => {
    const text = cleanText(calendar[key], 2000);
    return text === undefined ? [] : [[key, text] as const];
  });
  const minutes = calendar['refreshMinutes'];
  collector.calendar = {
    ...(Object.fromEntries(known) as CalendarDescription),
    ...(url !== undefined && {url}),
    ...(typeof minutes === 'number' && minutes > 0 && minutes < 1e6 && {refreshMinutes: minutes}),
  };
}

const objectOf = (value: unknown): Json => (isObject(value) ? value : {});
