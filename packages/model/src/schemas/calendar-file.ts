import {Type, type Static} from 'typebox';
import {CalendarSettings} from './calendar.js';
import {Uuid} from './chat.js';
import {Id, Text} from './common.js';
import {FeedSettings} from './event-desk.js';
import {EventDocument} from './event.js';

/** One event of a calendar's file. */
export const EventInFile = Type.Object({
  /** Once and for all: a second import brings this event up to date. */
  id: Uuid,
  /** By which it is known in other programs' calendars (RFC 5545 §3.8.4.7), where it has one of its own. */
  uid: Type.Optional(Text(300)),
  /**
   * `published` when absent. A refused one comes in as a draft; one whose address was never confirmed, only
   * in exports, is left out.
   */
  state: Type.Optional(
    Type.Enum(['draft', 'proposed', 'published', 'cancelled', 'rejected', 'unconfirmed']),
  ),
  /** Why it is cancelled, for all to read. */
  reason: Type.Optional(Text(1000)),
  event: EventDocument,
});
export type EventInFile = Static<typeof EventInFile>;

/**
 * One of the `calendars` of a shop's file, as `export --shop` prints it and `import` reads it. What an export
 * holds beside (who signed up, history) is not brought along.
 */
export const CalendarFile = Type.Object({
  id: Id,
  settings: CalendarSettings,
  events: Type.Optional(Type.Array(EventInFile)),
  feeds: Type.Optional(Type.Array(Type.Object({id: Id, settings: FeedSettings}))),
});
export type CalendarFile = Static<typeof CalendarFile>;
