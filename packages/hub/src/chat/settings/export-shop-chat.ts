import type {ChatEvent, RoomSettings} from '@local-widgets/model/schemas.js';
import type {Database} from '../../context.js';
import type {Shop} from '../../shops/shop-store.js';
import {toEvent} from '../log/event-view.js';
import {MOST_EVENTS, readAfter} from '../log/read-events.js';
import {requireShopChat} from './settings-store.js';

/** What a shop holds of its chat, as plain JSON: settings, rooms with their logs, what moderators did. */
export async function exportShopChat(db: Database, {id: shop}: Pick<Shop, 'id'>) {
  const {chat: settings} = await requireShopChat(db, shop);
  const rows = await db
    .selectFrom('rooms')
    .selectAll()
    .where('shop_id', '=', shop)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const rooms = [];
  for (const row of rows) {
    rooms.push({
      id: row.id,
      kind: row.kind,
      state: row.state,
      language: row.language,
      ...(row.settings !== null && {settings: JSON.parse(row.settings) as RoomSettings}),
      ...(row.contact !== null && {contact: JSON.parse(row.contact) as object}),
      ...(row.page !== null && {page: row.page}),
      ...(row.order_id !== null && {order: row.order_id}),
      createdAt: new Date(row.created_at).toISOString(),
      events: await eventsOf(db, row.id),
    });
  }
  return {settings, rooms};
}

async function eventsOf(db: Database, room: string): Promise<ChatEvent[]> {
  const events: ChatEvent[] = [];
  for (let after = 0; ;) {
    const rows = await readAfter(db, room, after);
    events.push(...rows.map(row => toEvent(row, {isModerator: true})));
    if (rows.length < MOST_EVENTS) return events;
    after = rows.at(-1)!.seq;
  }
}
