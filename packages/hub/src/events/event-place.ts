import {sha256Hex} from '../chance-and-clock.js';
import type {Database} from '../context.js';
import type {Place} from '../http/cors.js';

/** Whether a route, as its pattern, is about calendars and not about chats. */
export const isAboutEvents = (route: string): boolean =>
  /^\/v1\/(calendars|registrations|proposals|events\/|shops\/:shop\/calendars)/.test(route);

/**
 * Whose pages may ask for what is at an address of the events: undefined for other addresses. Programs
 * subscribe to iCalendar and Atom from anywhere, and some of them are pages.
 */
export async function eventPlaceOf(db: Database, url: string): Promise<Place | undefined> {
  const [, room, name, rest = ''] =
    /^\/v1\/(calendars|events|registrations|proposals)\/([\w-]+)([^?]*)/.exec(url) ?? [];
  if (room === undefined || name === undefined) return undefined;
  if (/\.(ics|atom)$/.test(rest)) return 'everybody';
  const shop = await SHOP_OF[room as keyof typeof SHOP_OF](db, name);
  return shop === undefined ? 'everybody' : {shop};
}

const SHOP_OF = {
  calendars: async (db: Database, id: string) => {
    const row = await db
      .selectFrom('calendars')
      .select('shop_id')
      .where('id', '=', id)
      .executeTakeFirst();
    return row?.shop_id;
  },
  events: async (db: Database, id: string) => {
    const row = await db
      .selectFrom('calendar_events')
      .innerJoin('calendars', 'calendars.id', 'calendar_events.calendar_id')
      .select('calendars.shop_id')
      .where('calendar_events.id', '=', id)
      .executeTakeFirst();
    return row?.shop_id;
  },
  proposals: async (db: Database, token: string) => {
    const row = await db
      .selectFrom('event_links')
      .innerJoin('calendar_events', 'calendar_events.id', 'event_links.event_id')
      .innerJoin('calendars', 'calendars.id', 'calendar_events.calendar_id')
      .select('calendars.shop_id')
      .where('event_links.token_hash', '=', sha256Hex(token))
      .executeTakeFirst();
    return row?.shop_id;
  },
  registrations: async (db: Database, token: string) => {
    const row = await db
      .selectFrom('event_links')
      .innerJoin('registrations', 'registrations.id', 'event_links.registration_id')
      .innerJoin('calendar_events', 'calendar_events.id', 'registrations.event_id')
      .innerJoin('calendars', 'calendars.id', 'calendar_events.calendar_id')
      .select('calendars.shop_id')
      .where('event_links.token_hash', '=', sha256Hex(token))
      .executeTakeFirst();
    return row?.shop_id;
  },
};
