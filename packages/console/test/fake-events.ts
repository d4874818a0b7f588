import type {
  CalendarDeletion,
  CalendarSettings,
  DeskCalendar,
  DeskEvent,
  DeskFeed,
  EventDocument,
  EventImportReport,
  EventState,
  EventWrite,
  RegistrationList,
} from '@local-widgets/model/schemas.js';
import {FakeHub, problem, type Call} from './fake-hub.js';
import {after} from './town.js';

export const CONCERT = '019aa000-0000-4000-8000-00000000e001';
export const YOGA = '019aa000-0000-4000-8000-00000000e002';
export const LOTO = '019aa000-0000-4000-8000-00000000e003';
export const DRAFT = '019aa000-0000-4000-8000-00000000e004';
export const FAIR = '019aa000-0000-4000-8000-00000000e005';

/** The routes of the hub for calendars (docs/events-protocol.md), in the page. */
export class FakeEvents {
  readonly hub = new FakeHub();
  calendars: DeskCalendar[] = [];
  events: DeskEvent[] = [];
  feeds: DeskFeed[] = [];
  registrations: RegistrationList = {dates: []};
  report: EventImportReport = {
    added: [
      {uid: 'a', name: 'Marché de Noël', startDate: '2026-12-12'},
      {uid: 'b', name: 'Vœux du maire', startDate: '2027-01-08T18:00:00'},
    ],
    changed: [],
    kept: [{uid: 'c', name: 'Loto', startDate: '2026-12-05'}],
    unchanged: 3,
    missing: [],
    rejected: [{at: 4, unit: 'item', reason: 'no-start', message: 'Il manque la date de début.'}],
  };
  /** What goes with a calendar. */
  deletion: CalendarDeletion = {
    events: 3,
    drafts: 1,
    proposals: 1,
    feeds: 0,
    confirmed: 1,
    waiting: 1,
    withoutEmail: [{name: 'Bruno', telephone: '02 98 11 22 33'}],
  };
  /** Events of one page of a list. */
  pageSize = 50;

  constructor(role: 'merchant' | 'clerk' = 'merchant') {
    this.hub.session = {
      person: {id: 'p1', email: 'lea@fournil.example', name: 'Léa'},
      memberships: [{shop: 'fournil', name: 'Le Fournil de la Place', role}],
    };
    this.hub.rule(call => this.answer(call));
  }

  event(id: string): DeskEvent {
    const found = this.events.find(each => each.id === id);
    if (!found) throw new Error(`no event ${id}`);
    return found;
  }

  /** Somebody else changes an event. */
  change(id: string, change: Partial<DeskEvent>): void {
    const before = this.event(id);
    this.replace({...before, ...change, version: before.version + 1});
  }

  private replace(event: DeskEvent): void {
    this.events = [...this.events.filter(({id}) => id !== event.id), event];
  }

  private answer(call: Call): Response | undefined {
    const [path = '', query = ''] = call.path.split('?');
    const words = new URLSearchParams(query);
    if (path.startsWith('/v1/calendars/')) return this.profile(path.split('/')[3]!);
    const root = '/v1/shops/fournil/calendars';
    if (!path.startsWith(root)) return undefined;
    const [calendar, kind, id, ...rest] = path.slice(root.length + 1).split('/');
    if (!calendar) return Response.json({calendars: this.calendars.map(one => this.counted(one))});
    if (!kind && call.method === 'DELETE') return this.deleteCalendar(calendar, call, words);
    if (!kind) return this.putCalendar(calendar, call);
    if (kind === 'deletion') return Response.json(this.deletion);
    if (kind === 'import') return Response.json(this.report);
    if (kind === 'feeds') return this.feedAnswer(id, call);
    if (kind === 'registrations') {
      for (const date of this.registrations.dates) {
        date.registrations = date.registrations.filter(each => each.id !== id);
      }
      return Response.json({});
    }
    if (!id) return this.list(words);
    return this.eventAnswer(id, rest, call);
  }

  private counted(calendar: DeskCalendar): DeskCalendar {
    const of = (state: EventState): number =>
      this.events.filter(each => each.state === state).length;
    return {
      ...calendar,
      counts: {
        draft: of('draft'),
        proposed: of('proposed'),
        published: of('published'),
        cancelled: of('cancelled'),
        rejected: of('rejected'),
        changes: this.events.filter(({change}) => change).length,
      },
    };
  }

  private list(words: URLSearchParams): Response {
    const states = words.getAll('state');
    const from = Number(words.get('after') ?? 0);
    const found = this.events
      .filter(each => states.length === 0 || states.includes(each.state))
      .filter(each => !words.has('change') || each.change)
      .filter(each => (words.get('when') === 'past') === (each.date?.isPast ?? false))
      .filter(({event}) =>
        event.name.toLowerCase().includes((words.get('search') ?? '').toLowerCase()),
      )
      .sort((one, other) => (one.event.startDate < other.event.startDate ? -1 : 1));
    const next = from + this.pageSize;
    return Response.json({
      events: found.slice(from, next),
      ...(next < found.length && {next}),
    });
  }

  private eventAnswer(id: string, [part, date]: string[], call: Call): Response {
    const {method} = call;
    const event = this.events.find(each => each.id === id);
    if (method === 'PUT' && !part) return this.write(id, event, call);
    if (!event) return problem(404, 'not-found');
    if (part === 'registrations') return Response.json(this.registrations);
    if (method === 'GET') return Response.json({...event, history: HISTORY});
    if (call.headers['if-match'] !== `"${event.version}"`) return problem(412, 'version-changed');
    const next = {...event, version: event.version + 1};
    const {reason, decision} = (call.body ?? {}) as {reason?: string; decision?: string};
    if (method === 'DELETE' && !part) {
      this.events = this.events.filter(each => each !== event);
      return new Response(null, {status: 204});
    }
    if (part === 'decision') {
      next.state = decision === 'accept' ? 'published' : 'rejected';
      if (reason) next.reason = reason;
    } else if (part === 'cancellation') {
      next.state = method === 'PUT' ? 'cancelled' : 'published';
      if (reason) next.reason = reason;
      else delete next.reason;
    } else if (part === 'occurrences' && date) {
      const others = (event.event.overrides ?? []).filter(each => each.recurrenceId !== date);
      const own = {recurrenceId: date, isCancelled: true as const, ...(reason && {reason})};
      next.event = {
        ...event.event,
        overrides: method === 'PUT' ? [...others, own] : others,
      };
    }
    this.replace(next);
    return Response.json(next);
  }

  private write(id: string, before: DeskEvent | undefined, call: Call): Response {
    const {event, state = before?.state ?? 'draft'} = call.body as EventWrite;
    const match = call.headers['if-match'];
    if (before ? match !== `"${before.version}"` : match !== undefined) {
      return problem(412, 'version-changed');
    }
    const next = eventOf(id, event, {...before, state, version: (before?.version ?? 0) + 1});
    this.replace(next);
    return Response.json(next, {status: before ? 200 : 201});
  }

  private putCalendar(id: string, {body}: Call): Response {
    const calendar = calendarOf(id, body as CalendarSettings);
    this.calendars = [...this.calendars.filter(each => each.id !== id), calendar];
    return Response.json(calendar);
  }

  private deleteCalendar(id: string, {headers}: Call, words: URLSearchParams): Response {
    const calendar = this.calendars.find(each => each.id === id);
    if (!calendar) return problem(404, 'not-found');
    if (headers['if-match'] !== `"${calendar.version}"`) return problem(412, 'version-changed');
    const {confirmed, waiting} = this.deletion;
    if (Number(words.get('people')) !== confirmed + waiting) {
      return problem(409, 'people-signed-up', {detail: 'Trois personnes sont inscrites.'});
    }
    this.calendars = this.calendars.filter(each => each !== calendar);
    return new Response(null, {status: 204});
  }

  private feedAnswer(id: string | undefined, {method, body, headers}: Call): Response {
    if (!id) return Response.json({feeds: this.feeds});
    const before = this.feeds.find(each => each.id === id);
    if (before && headers['if-match'] !== `"${before.version}"`) {
      return problem(412, 'version-changed');
    }
    this.feeds = this.feeds.filter(each => each !== before);
    if (method === 'DELETE') return new Response(null, {status: 204});
    const settings = body as DeskFeed['settings'];
    const version = (before?.version ?? 0) + 1;
    const feed = {id, settings, version, state: {id, name: settings.name, isStale: false}};
    this.feeds.push(feed);
    return Response.json(feed, {status: before ? 200 : 201});
  }

  private profile(id: string): Response {
    const calendar = this.calendars.find(each => each.id === id);
    if (!calendar) return problem(404, 'not-found');
    const events = `https://hub.example/v1/calendars/${id}/events`;
    return Response.json({
      id,
      shop: 'fournil',
      shopName: 'Le Fournil de la Place',
      ...calendar.settings,
      links: {
        page: calendar.page,
        json: events,
        ics: `${events}.ics`,
        webcal: `webcal://hub.example/v1/calendars/${id}/events.ics`,
        jsonLd: `${events}.jsonld`,
        atom: `${events}.atom`,
      },
      feeds: [],
    });
  }
}

const HISTORY = [
  {at: after(-3000), action: 'created', by: 'person', person: 'Léa'},
  {at: after(-2000), action: 'edited', by: 'person', person: 'Léa', fields: ['name', 'offers']},
];

export function calendarOf(id: string, settings: CalendarSettings): DeskCalendar {
  const counts = {draft: 0, proposed: 0, published: 0, cancelled: 0, rejected: 0, changes: 0};
  return {id, settings, version: 1, counts, page: `https://hub.example/agenda/${id}`};
}

/** As the hub tells it; of what repeats, its first date. */
export function eventOf(
  id: string,
  event: EventDocument,
  more: Partial<DeskEvent> = {},
): DeskEvent {
  const {startDate, endDate, isAllDay} = event;
  const at = (date: string, later = 0): string =>
    new Date(Date.parse(`${isAllDay ? `${date}T00:00:00` : date}+01:00`) + later).toISOString();
  return {
    calendar: 'agenda',
    state: 'published',
    version: 1,
    createdAt: after(-3000),
    updatedAt: after(-2000),
    ...more,
    id,
    event,
    date: {
      recurrenceId: startDate.replaceAll(/[-:]/g, ''),
      startsAt: at(startDate),
      // whole days end with the midnight after them
      endsAt: at(endDate, isAllDay ? 86_400_000 : 0),
      isPast: startDate < '2026-11-22',
    },
  };
}

const evening = (day: string, name: string): EventDocument => ({
  name,
  isAllDay: false,
  startDate: `${day}T18:30:00`,
  endDate: `${day}T20:00:00`,
  timeZone: 'Europe/Paris',
});

/** A calendar with events in every state. */
export function busyEvents(role: 'merchant' | 'clerk' = 'merchant'): FakeEvents {
  const fake = new FakeEvents(role);
  fake.calendars = [
    calendarOf('agenda', {
      name: 'Agenda du Fournil',
      timeZone: 'Europe/Paris',
      acceptsProposals: true,
      holidays: 'FR',
    }),
  ];
  fake.events = [
    eventOf(CONCERT, {
      ...evening('2026-11-28', 'Concert de la chorale'),
      description: 'Chants de Noël.\nVoir https://chorale.example/',
      location: {name: 'Église Saint-Lubin', address: {addressLocality: 'Brou'}},
      offers: [{name: 'Plein tarif', price: 800}],
      image: {url: 'https://images.example/chorale.jpg', caption: 'La chorale sur scène'},
      categories: ['Concert'],
      signUp: {capacity: 40, hasWaitingList: true, maxPlaces: 4, closesMinutesBefore: 60},
    }),
    eventOf(YOGA, {
      ...evening('2026-11-24', 'Yoga'),
      recurrence: {rule: 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20270629T235959'},
    }),
    eventOf(
      LOTO,
      {...evening('2026-12-05', 'Loto des aînés'), isAccessibleForFree: true},
      {
        state: 'proposed',
        proposer: {
          contact: {name: 'Paul Martin', email: 'paul@aines.example'},
          organization: 'Club des aînés',
        },
      },
    ),
    eventOf(DRAFT, evening('2026-12-09', 'Atelier pain'), {state: 'draft'}),
    eventOf(
      FAIR,
      {
        ...evening('2026-12-12', 'Foire aux livres'),
        isAllDay: true,
        startDate: '2026-12-12',
        endDate: '2026-12-13',
      },
      {state: 'cancelled', reason: 'Salle indisponible'},
    ),
  ].map(event => (event.state === 'published' ? {...event, page: `/agenda/${event.id}`} : event));
  fake.event(CONCERT).registrations = {confirmed: 2, waiting: 1};
  fake.registrations = {
    dates: [
      {
        recurrenceId: '20261128T183000',
        startsAt: '2026-11-28T17:30:00.000Z',
        endsAt: '2026-11-28T19:00:00.000Z',
        isCancelled: false,
        capacity: 40,
        confirmed: 4,
        waiting: 2,
        registrations: [
          registration('r1', 'Anne', 'confirmed'),
          registration('r2', 'Bruno', 'waiting'),
        ],
      },
    ],
  };
  return fake;
}

function registration(
  id: string,
  name: string,
  state: 'confirmed' | 'waiting',
): RegistrationList['dates'][number]['registrations'][number] {
  return {
    id,
    event: CONCERT,
    calendar: 'agenda',
    recurrenceId: '20261128T183000',
    name: 'Concert de la chorale',
    startsAt: '2026-11-28T17:30:00.000Z',
    endsAt: '2026-11-28T19:00:00.000Z',
    isAllDay: false,
    timeZone: 'Europe/Paris',
    isEventCancelled: false,
    state,
    places: 2,
    ...(state === 'waiting' && {position: 1}),
    contact: {name, email: `${name.toLowerCase()}@example.org`},
    language: 'fr',
    createdAt: after(-500),
  };
}
