import type {
  CalendarDeletion,
  CalendarProfile,
  CalendarSettings,
  DeskCalendar,
  DeskEvent,
  DeskFeed,
  EventDecision,
  EventImportReport,
  EventState,
  EventWrite,
  FeedSettings,
  RegistrationList,
} from '@local-widgets/model/schemas.js';
import type {HubClient} from './hub-client.js';

const part = encodeURIComponent;

/** Milliseconds that an import may take: the hub reads another site first. */
const IMPORT_PATIENCE = 40_000;

/** Which events of a calendar are asked for. */
export interface EventQuery {
  readonly states: readonly EventState[];
  /** Published ones with a change that waits. */
  readonly hasChange?: boolean;
  readonly when?: 'upcoming' | 'past';
  readonly search: string;
  /** `next` of the page before. */
  readonly after?: number;
}

/** A page of them: what comes first first, what is past the latest first. */
export interface EventsAnswer {
  readonly events: readonly DeskEvent[];
  /** `after` of the page after this one; absent of the last one. */
  readonly next?: number;
}

/** What is changed, and the version that it was made from. */
export interface EventAt {
  readonly calendar: string;
  readonly id: string;
  readonly version: number;
}

/** An agenda to take over: one that the hub knows, or a file. */
export type ImportSource = {readonly feed: string} | {readonly file: Blob};

/** The hub's routes for the calendars of one shop (docs/events-protocol.md). All of them throw `HubError`. */
export class EventsApi {
  private readonly root: string;

  constructor(
    private readonly hub: HubClient,
    /** Id of the shop. */
    readonly shop: string,
  ) {
    this.root = `/v1/shops/${part(shop)}/calendars`;
  }

  async calendars(signal?: AbortSignal): Promise<readonly DeskCalendar[]> {
    const answer = await this.hub.ask<{calendars: readonly DeskCalendar[]}>(
      this.root,
      signal && {signal},
    );
    return answer.calendars;
  }

  /** @param version that was changed; absent of a new one */
  putCalendar(id: string, body: CalendarSettings, version?: number): Promise<DeskCalendar> {
    return this.hub.ask(`${this.root}/${part(id)}`, {method: 'PUT', body, headers: at(version)});
  }

  /** What would go with a calendar. */
  calendarDeletion(id: string): Promise<CalendarDeletion> {
    return this.hub.ask(`${this.root}/${part(id)}/deletion`);
  }

  /**
   * Deletes a calendar with all that is in it.
   *
   * @param people registrations that go with it, as `calendarDeletion` told
   */
  deleteCalendar(
    {id, version}: {id: string; version: number},
    {people, reason}: {people: number; reason: string},
  ): Promise<void> {
    const words = new URLSearchParams({events: '1', people: String(people)});
    if (reason) words.set('reason', reason);
    const path = `${this.root}/${part(id)}?${words}`;
    return this.hub.ask(path, {method: 'DELETE', headers: at(version)});
  }

  /** What any page may know of it, with its addresses. */
  profile(calendar: string): Promise<CalendarProfile> {
    return this.hub.ask(`/v1/calendars/${part(calendar)}`);
  }

  events(calendar: string, query: EventQuery, signal: AbortSignal): Promise<EventsAnswer> {
    const words = new URLSearchParams(query.states.map(state => ['state', state]));
    if (query.when) words.set('when', query.when);
    if (query.hasChange) words.set('change', '1');
    if (query.search) words.set('search', query.search);
    if (query.after !== undefined) words.set('after', String(query.after));
    return this.hub.ask(`${this.eventsOf(calendar)}?${words}`, {signal});
  }

  event(calendar: string, id: string): Promise<DeskEvent> {
    return this.hub.ask(this.eventPath({calendar, id}));
  }

  /** @param version that was changed; absent of a new one */
  writeEvent(
    {calendar, id, version}: Pick<EventAt, 'calendar' | 'id'> & {version?: number | undefined},
    body: EventWrite,
  ): Promise<DeskEvent> {
    const path = this.eventPath({calendar, id});
    return this.hub.ask(path, {method: 'PUT', body, headers: at(version)});
  }

  deleteEvent(event: EventAt): Promise<void> {
    return this.hub.ask(this.eventPath(event), {method: 'DELETE', headers: at(event.version)});
  }

  decide(event: EventAt, body: EventDecision): Promise<DeskEvent> {
    const path = `${this.eventPath(event)}/decision`;
    return this.hub.ask(path, {method: 'POST', body, headers: at(event.version)});
  }

  /** @param date the recurrence id of one date; the whole event without it */
  cancel(event: EventAt, {date, reason}: {date?: string; reason: string}): Promise<DeskEvent> {
    const body = reason ? {reason} : {};
    const path = this.cancellationPath(event, date);
    return this.hub.ask(path, {method: 'PUT', body, headers: at(event.version)});
  }

  /** Takes place after all. */
  restore(event: EventAt, date?: string): Promise<DeskEvent> {
    const path = this.cancellationPath(event, date);
    return this.hub.ask(path, {method: 'DELETE', headers: at(event.version)});
  }

  registrations(calendar: string, id: string): Promise<RegistrationList> {
    return this.hub.ask(`${this.eventPath({calendar, id})}/registrations`);
  }

  /** Address of the same list for a spreadsheet. */
  registrationsFile(calendar: string, id: string, date: string): string {
    const path = `${this.eventPath({calendar, id})}/registrations.csv?date=${part(date)}`;
    return this.hub.addressOf(path);
  }

  /** Takes somebody off the list, who is told. */
  cancelRegistration(calendar: string, registration: string, reason: string): Promise<unknown> {
    const query = reason ? `?${new URLSearchParams({reason})}` : '';
    const path = `${this.root}/${part(calendar)}/registrations/${part(registration)}${query}`;
    return this.hub.ask(path, {method: 'DELETE'});
  }

  async feeds(calendar: string): Promise<readonly DeskFeed[]> {
    const path = `${this.root}/${part(calendar)}/feeds`;
    return (await this.hub.ask<{feeds: readonly DeskFeed[]}>(path)).feeds;
  }

  /** @param version that was changed; absent of a new one */
  putFeed(
    calendar: string,
    {id, version}: {id: string; version?: number | undefined},
    body: FeedSettings,
  ): Promise<DeskFeed> {
    const path = this.feedPath(calendar, id);
    return this.hub.ask(path, {method: 'PUT', body, headers: at(version)});
  }

  deleteFeed(calendar: string, {id, version}: {id: string; version: number}): Promise<void> {
    return this.hub.ask(this.feedPath(calendar, id), {method: 'DELETE', headers: at(version)});
  }

  importEvents(
    calendar: string,
    source: ImportSource,
    isDryRun: boolean,
  ): Promise<EventImportReport> {
    const path = `${this.root}/${part(calendar)}/import${isDryRun ? '?dry-run=1' : ''}`;
    const content =
      'file' in source ? {body: source.file, type: 'text/calendar'} : {body: {feed: source.feed}};
    return this.hub.ask(path, {method: 'POST', ...content, patience: IMPORT_PATIENCE});
  }

  private eventsOf(calendar: string): string {
    return `${this.root}/${part(calendar)}/events`;
  }

  private eventPath({calendar, id}: Pick<EventAt, 'calendar' | 'id'>): string {
    return `${this.eventsOf(calendar)}/${part(id)}`;
  }

  private feedPath(calendar: string, id: string): string {
    return `${this.root}/${part(calendar)}/feeds/${part(id)}`;
  }

  private cancellationPath(event: EventAt, date: string | undefined): string {
    const occurrence = date === undefined ? '' : `/occurrences/${part(date)}`;
    return `${this.eventPath(event)}${occurrence}/cancellation`;
  }
}

/** The version that a change was made from; a new thing must not be there yet. */
function at(version: number | undefined): Record<string, string> {
  return version === undefined ? {'if-none-match': '*'} : {'if-match': `"${version}"`};
}
