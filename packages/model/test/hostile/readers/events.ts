import {
  agendaOf,
  englishRecurrence,
  EventIndex,
  eventsToAtom,
  eventsToICalendar,
  eventsToJsonLd,
  findRuns,
  frenchRecurrence,
  googleCalendarUrl,
  isEndless,
  layOutMonth,
  mergeEvents,
  monthGrid,
  occurrenceToICalendar,
  outlookCalendarUrl,
  readEvents,
  readEventsLazily,
  readSchoolHolidays,
  recurrenceInWords,
  ruleFault,
  UnreadableFeedError,
  type EventFormat,
  type EventsReading,
} from '../../../src/index.js';
import {plainTemplate} from '../corpus/template.js';
import {faultsInLines} from '../invariants.js';
import type {HostileReader} from '../reader.js';
import {eventSamples, schoolSamples} from '../samples/events.js';

const WINDOW = {from: '2026-01-01', to: '2027-01-01', timeZone: 'Europe/Paris'} as const;
const NOW = new Date('2026-01-05T10:00:00Z');
const TODAY = 20_458;
const BASE = 'https://town.example/';
const COVERS = [
  ...['readEvents', 'mergeEvents', 'EventIndex', 'recurrenceInWords', 'agendaOf', 'findRuns'],
  ...['layOutMonth', 'monthGrid', 'eventsToICalendar', 'occurrenceToICalendar', 'eventsToJsonLd'],
  ...['eventsToAtom', 'googleCalendarUrl', 'outlookCalendarUrl'],
];

const isRefusal = (error: unknown): boolean => error instanceof UnreadableFeedError;

/** What the calendar does with a reading. */
function used({events, occurrences}: EventsReading): unknown {
  const {first, weeks} = monthGrid(TODAY, 0);
  const runs = findRuns(occurrences);
  const byId = new Map(events.map(event => [event.id, event]));
  const shown = occurrences.slice(0, 20).flatMap(occurrence => {
    const event = byId.get(occurrence.eventId);
    return event ? [{event, occurrence}] : [];
  });
  new EventIndex(events, occurrences);
  layOutMonth(occurrences, {first, weeks, lanes: 3, runs});
  agendaOf(occurrences, {now: +NOW, today: TODAY, limit: 50, runs});
  return {
    isWhole: occurrences.every(({eventId}) => byId.has(eventId)),
    isUnique: byId.size === events.length,
    merged: mergeEvents([
      {events, occurrences},
      {events: events.slice(0, 3), occurrences: occurrences.slice(0, 3)},
    ]),
    words: events
      .slice(0, 20)
      .flatMap(event => [
        recurrenceInWords(event, frenchRecurrence),
        recurrenceInWords(event, englishRecurrence),
      ]),
    jsonLd: eventsToJsonLd(shown, {timeZone: WINDOW.timeZone}),
    links: shown.map(({event, occurrence}) => [
      googleCalendarUrl(event, occurrence),
      outlookCalendarUrl(event, occurrence, 'live'),
    ]),
  };
}

const read = (input: string | Uint8Array, format?: EventFormat): unknown => {
  const reading = readEvents(input, {...WINDOW, baseUrl: BASE, format});
  return {...reading, ...(used(reading) as object)};
};

function check(result: unknown): string[] {
  const {events, occurrences, isWhole, isUnique} = result as EventsReading & {
    isWhole: boolean;
    isUnique: boolean;
  };
  const few = {events: events.slice(0, 5), occurrences: occurrences.slice(0, 20)};
  const [event] = events;
  const occurrence = occurrences.find(({eventId}) => eventId === event?.id);
  const atom = eventsToAtom(event && occurrence ? [{event, occurrence}] : [], {
    title: 'Agenda',
    url: BASE,
    pageUrl: BASE,
    now: NOW,
    whenOf: () => 'x',
  });
  const one = event && occurrence ? occurrenceToICalendar(event, occurrence, {now: NOW}) : '';
  return [
    ...(isWhole ? [] : ['a date is of no event']),
    ...(isUnique ? [] : ['two events have one id']),
    ...(/<(?:script|img|svg)|(?!\s)\p{Cc}|[\ufffe\uffff]/u.test(atom)
      ? ['the Atom feed is no XML']
      : []),
    ...faultsInLines(eventsToICalendar(few, {now: NOW}), 'the calendar file'),
    ...faultsInLines(one, 'the file of one date'),
  ];
}

export const eventReaders: readonly HostileReader[] = [
  ...Object.entries(eventSamples).map(([format, samples]): HostileReader => ({
    name: `events: ${format}`,
    covers: [...COVERS, `event format ${format}`],
    samples,
    read: input => read(input, format as EventFormat),
    isRefusal,
    check,
  })),
  {
    name: 'events, format by looking, in slices',
    covers: ['readEventsLazily'],
    // the same readers, in slices
    samples: [eventSamples.mobilizon[0]!, eventSamples['tribe-events'][0]!],
    read: input => readEventsLazily(input, WINDOW),
    isRefusal,
  },
  {
    name: 'school holidays',
    covers: ['readSchoolHolidays'],
    samples: schoolSamples,
    read: input => readSchoolHolidays(input),
    isRefusal,
  },
  {
    name: 'rules of recurrence',
    covers: ['ruleFault', 'isEndless'],
    samples: [{name: 'a rule', template: plainTemplate('FREQ=WEEKLY;BYDAY=MO;UNTIL=20260630')}],
    read: input => [ruleFault(String(input)) ?? '', isEndless(String(input))],
  },
];
