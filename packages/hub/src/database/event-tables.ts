import type {Generated} from 'kysely';

/** The tables of calendars, of what is in them, and of who comes; see `tables.ts`. */
export interface EventTables {
  calendars: CalendarsTable;
  calendar_events: CalendarEventsTable;
  event_history: EventHistoryTable;
  event_dates: EventDatesTable;
  registrations: RegistrationsTable;
  event_links: EventLinksTable;
  calendar_feeds: CalendarFeedsTable;
}

export interface CalendarsTable {
  /** In addresses; one of the whole hub. */
  id: string;
  shop_id: string;
  /** `CalendarSettings` of the model. */
  settings: string;
  /** Counts up with each change of the settings. */
  version: number;
  /** Counts up with each change that can be seen from outside. */
  published_version: number;
  published_at: number;
  created_at: number;
}

export interface CalendarEventsTable {
  /** UUID, made by who writes it first. */
  id: string;
  calendar_id: string;
  /** `EventState` of the model, and `unconfirmed`: proposed from outside, the e-mail address not confirmed yet. */
  state: string;
  /** `EventDocument` of the model. */
  document: string;
  /** Another document that waits to be accepted, and who wrote it. */
  change: string | null;
  change_by: string | null;
  version: number;
  /** Start of the first date. */
  starts_at: number;
  /** End of the last date; null when there is no last one. */
  ends_at: number | null;
  /** Why it was rejected or cancelled. */
  reason: string | null;
  /** Person of the shop who proposed it. */
  proposed_by: string | null;
  /** Personal: who proposed it from outside (`EventProposer`), null once erased. */
  proposer: string | null;
  /** `file`, or the feed that it was imported from. */
  imported_from: string | null;
  /** Of the source; one in a calendar. */
  source_uid: string | null;
  /** SHA-256 of the document as it was imported last, in hexadecimal. */
  source_hash: string | null;
  created_at: number;
  updated_at: number;
  published_at: number | null;
}

/** Who did what to an event, in order. */
export interface EventHistoryTable {
  id: Generated<number>;
  event_id: string;
  at: number;
  action: string;
  /** `person`, `program`, `proposer`, `hub`. */
  actor: string;
  person_id: string | null;
  /** JSON array of the fields that are another than before. */
  fields: string | null;
  recurrence_id: string | null;
  reason: string | null;
}

/** A date that somebody signed up for; made with the first. Primary key: event, recurrence id. */
export interface EventDatesTable {
  event_id: string;
  recurrence_id: string;
  starts_at: number;
  ends_at: number;
  /** Places; null when they are not counted. */
  capacity: number | null;
  /** Places of those who are confirmed. Never above the capacity, except for those kept (CHECK). */
  taken: number;
  /** Places that were taken when the capacity was made less than that: nobody is turned out. Else 0. */
  kept: number;
  /** Registrations that wait. */
  waiting: number;
  /** Given out to registrations in the order in which they came. */
  last_position: number;
  /** When who comes is to be reminded; null when never, or when it was done. */
  remind_at: number | null;
}

export interface RegistrationsTable {
  id: string;
  event_id: string;
  recurrence_id: string;
  /** SHA-256 of the UUID that the client made, in hexadecimal. */
  request_key: string;
  /** SHA-256 of what was asked with it. */
  body_hash: string;
  /** `confirmed`, `waiting`, `cancelled`. */
  state: string;
  places: number;
  /** Order in which they came to this date. */
  position: number;
  /** Personal: `EventContact` of the model; null once erased. */
  contact: string | null;
  language: string;
  created_at: number;
  updated_at: number;
  cancelled_at: number | null;
  /** `person`, `organizer`, `hub`. */
  cancelled_by: string | null;
  erased_at: number | null;
}

/** Secret links that were sent; each mail has its own. */
export interface EventLinksTable {
  /** SHA-256 of the secret, in hexadecimal. */
  token_hash: string;
  /** What it opens: one of the two. */
  registration_id: string | null;
  event_id: string | null;
  created_at: number;
}

/** An agenda kept elsewhere, and the last copy of it. Primary key: calendar, id. */
export interface CalendarFeedsTable {
  calendar_id: string;
  id: string;
  /** `FeedSettings` of the model. */
  settings: string;
  version: number;
  /** What was read last: gzip in base64; null before, and when the address changes. */
  body: string | null;
  /** SHA-256 of it, in hexadecimal. */
  body_hash: string | null;
  /** `ETag` and `Last-Modified` of it. */
  etag: string | null;
  last_modified: string | null;
  /** When the source last gave it, or said that it is the same. */
  fetched_at: number | null;
  /** When the source was last asked. */
  tried_at: number | null;
  /** `FeedState.problem` of the model, when the last try failed. */
  problem: string | null;
  created_at: number;
}
