import type {CalendarProfile, FeedSettings} from '@local-widgets/model/schemas.js';
import type {HubContext} from '../../context.js';
import {requireShop} from '../../shops/shop-store.js';
import {calendarLinks} from '../calendars/calendar-links.js';
import type {Calendar} from '../calendars/calendar-store.js';

/** What any page may know of a calendar. */
export async function calendarProfile(
  {db, config: {publicUrl}}: HubContext,
  {id, shopId, settings}: Calendar,
): Promise<CalendarProfile> {
  const shop = await requireShop(db, shopId);
  const feeds = await db
    .selectFrom('calendar_feeds')
    .select(['id', 'settings'])
    .where('calendar_id', '=', id)
    .orderBy('id')
    .execute();
  return {
    id,
    shop: shopId,
    shopName: shop.settings.name,
    ...settings,
    links: calendarLinks(publicUrl, id),
    feeds: feeds.flatMap(row => {
      const {name, color, isPublic} = JSON.parse(row.settings) as FeedSettings;
      if (!isPublic) return [];
      const json = `${publicUrl}/v1/calendars/${id}/feeds/${row.id}/events`;
      return [{id: row.id, name, ...(color !== undefined && {color}), json}];
    }),
  };
}
