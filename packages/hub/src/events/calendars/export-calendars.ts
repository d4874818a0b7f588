import type {HubContext} from '../../context.js';
import {listRegistrations} from '../desk/desk-registrations.js';
import {toDeskEvent} from '../desk/desk-event.js';
import {readFeeds, toFeedState} from '../feeds/feed-store.js';
import {readHistory} from '../store/history.js';
import {listCalendars} from './calendar-store.js';

/** The calendars of a shop as plain JSON: `CalendarFile`s, with who signed up and what was done. */
export async function exportCalendars(
  {db, config, clock}: Pick<HubContext, 'db' | 'config' | 'clock'>,
  shop: string,
) {
  const now = clock.now().getTime();
  const calendars = [];
  for (const {id, settings, version} of await listCalendars(db, shop)) {
    const rows = await db
      .selectFrom('calendar_events')
      .selectAll()
      .where('calendar_id', '=', id)
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    const events = [];
    for (const row of rows) {
      const history = await readHistory(db, row.id);
      const {dates} = await listRegistrations(db, row);
      events.push({
        ...toDeskEvent(row, {publicUrl: config.publicUrl, now, history}),
        ...(row.source_uid !== null && {uid: row.source_uid}),
        ...(dates.length > 0 && {dates}),
      });
    }
    const feeds = await readFeeds(db, id);
    calendars.push({
      id,
      settings,
      version,
      events,
      feeds: feeds.map(feed => ({id: feed.id, settings: feed.settings, state: toFeedState(feed)})),
    });
  }
  return calendars;
}
