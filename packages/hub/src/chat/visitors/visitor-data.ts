import type {HubContext} from '../../context.js';
import {HubProblem} from '../../http/problem.js';
import {MOST_EVENTS, readAfter} from '../log/read-events.js';
import {toEvent} from '../log/event-view.js';
import type {EventRow} from '../log/event-view.js';
import {eraseConversation, leaveRoom} from '../rooms/erase-room.js';

/** Whose secret it is. @throws HubProblem `unauthorized` for nobody's */
export async function requireVisitor(
  {db}: Pick<HubContext, 'db'>,
  keyHash: string,
): Promise<string> {
  const key = await db
    .selectFrom('visitor_keys')
    .select('visitor_id')
    .where('key_hash', '=', keyHash)
    .executeTakeFirst();
  if (!key) throw new HubProblem('unauthorized');
  return key.visitor_id;
}

const iso = (at: number) => new Date(at).toISOString();

/**
 * All that is held of a visitor (GDPR, articles 15 and 20), as plain JSON: conversations whole, of public
 * rooms what they said themselves. Images are told by the addresses at which the same secret gets them.
 */
export async function exportVisitor(context: Pick<HubContext, 'db'>, visitorId: string) {
  const {db} = context;
  const visitor = await db
    .selectFrom('visitors')
    .selectAll()
    .where('id', '=', visitorId)
    .executeTakeFirstOrThrow();
  const keys = await db
    .selectFrom('visitor_keys')
    .select('created_at')
    .where('visitor_id', '=', visitorId)
    .execute();
  return {
    createdAt: iso(visitor.created_at),
    devices: keys.map(({created_at}) => ({since: iso(created_at)})),
    rooms: await roomsOf(context, visitorId),
    reports: await reportsOf(context, visitorId),
    contributions: await contributionsOf(context, visitorId),
  };
}

async function roomsOf({db}: Pick<HubContext, 'db'>, visitorId: string) {
  const rows = await db
    .selectFrom('room_members as m')
    .innerJoin('rooms as r', 'r.id', 'm.room_id')
    .selectAll('r')
    .select([
      'm.author_id',
      'm.name',
      'm.joined_at',
      'm.accepted_rules',
      'm.banned_until',
      'm.ban_reason',
    ])
    .where('m.visitor_id', '=', visitorId)
    .orderBy('m.joined_at')
    .execute();
  const rooms = [];
  for (const row of rows) {
    const images = await db
      .selectFrom('chat_images')
      .select(['id', 'type', 'width', 'height', 'created_at'])
      .where('room_id', '=', row.id)
      .where('visitor_id', '=', visitorId)
      .execute();
    rooms.push({
      room: row.id,
      kind: row.kind,
      shop: row.shop_id,
      state: row.state,
      language: row.language,
      name: row.name,
      joinedAt: iso(row.joined_at),
      acceptedRules: row.accepted_rules,
      contact: row.contact === null ? null : (JSON.parse(row.contact) as object),
      page: row.page,
      order: row.order_id,
      isBlocked: row.is_blocked === 1,
      ban:
        row.banned_until === null ? null : {until: iso(row.banned_until), reason: row.ban_reason},
      events: await eventsOf(db, row),
      images: images.map(({created_at, ...image}) => ({
        ...image,
        sentAt: iso(created_at),
        url: `/v1/rooms/${row.id}/images/${image.id}`,
      })),
    });
  }
  return rooms;
}

async function eventsOf(
  db: HubContext['db'],
  {id, kind, author_id}: {id: string; kind: string; author_id: string},
) {
  const events = [];
  for (let after = 0; ;) {
    const rows: EventRow[] = await readAfter(db, id, after);
    const told = kind === 'public' ? rows.filter(row => row.author_id === author_id) : rows;
    events.push(...told.map(row => toEvent(row, {authorId: author_id, isModerator: false})));
    if (rows.length < MOST_EVENTS) return events;
    after = rows.at(-1)!.seq;
  }
}

async function reportsOf({db}: Pick<HubContext, 'db'>, visitorId: string) {
  const rows = await db
    .selectFrom('chat_reports')
    .selectAll()
    .where('visitor_id', '=', visitorId)
    .orderBy('id')
    .execute();
  return rows.map(row => ({
    id: row.id,
    room: row.room_id,
    message: row.message_id,
    reason: row.reason,
    explanation: row.explanation,
    name: row.name,
    email: row.email,
    receivedAt: iso(row.received_at),
    state: row.state,
    decision: row.decision_reason,
  }));
}

async function contributionsOf({db}: Pick<HubContext, 'db'>, visitorId: string) {
  const rows = await db
    .selectFrom('chat_contributions')
    .select(['room_id', 'message_id', 'address', 'port', 'at'])
    .where('visitor_id', '=', visitorId)
    .orderBy('at')
    .execute();
  return rows.map(({room_id, message_id, address, port, at}) => ({
    room: room_id,
    message: message_id,
    address,
    port,
    at: iso(at),
  }));
}

/**
 * Erases a visitor: conversations, what they said in public rooms, names, contacts, secrets. The record of
 * contributions stays for its year, as the law asks (GDPR, article 17, 3, b), apart and without content.
 */
export async function eraseVisitor(
  context: Pick<HubContext, 'db' | 'clock' | 'chat'>,
  visitorId: string,
): Promise<void> {
  const {db, chat} = context;
  // a room that is joined meanwhile is found at the next look
  for (let room; (room = await anyRoomOf(db, visitorId));) {
    if (room.kind === 'public') await leaveRoom(context, room.id, visitorId, {keepsBan: false});
    else await eraseConversation(context, room.id);
  }
  await db.transaction().execute(async trx => {
    // a notice that waits for its decision keeps where that goes, as who sent it asked
    await trx
      .updateTable('chat_reports')
      .set({visitor_id: null})
      .where('visitor_id', '=', visitorId)
      .execute();
    await trx
      .updateTable('chat_images')
      .set({visitor_id: null})
      .where('visitor_id', '=', visitorId)
      .execute();
    await trx.deleteFrom('visitors').where('id', '=', visitorId).execute();
  });
  chat.fanout.announce({kind: 'member', visitor: visitorId, room: ''});
}

function anyRoomOf(db: HubContext['db'], visitorId: string) {
  return db
    .selectFrom('room_members as m')
    .innerJoin('rooms as r', 'r.id', 'm.room_id')
    .select(['r.id', 'r.kind'])
    .where('m.visitor_id', '=', visitorId)
    .limit(1)
    .executeTakeFirst();
}
