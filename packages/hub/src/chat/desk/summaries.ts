import {sql} from 'kysely';
import type {
  ChatMessage,
  RoomSettings,
  RoomSummary,
  ShopSettings,
  VisitorContact,
} from '@local-widgets/model/schemas.js';
import type {Database, HubContext} from '../../context.js';
import {HubProblem} from '../../http/problem.js';
import {messageOf} from '../log/event-view.js';
import type {RoomRow} from '../rooms/room-row.js';
import {describeRoom} from '../rooms/room-view.js';

/** Unread messages are counted up to here. */
const MOST_UNREAD = 100;

const COUNTS = {
  unread: sql<number>`(select count(*) from (
    select 1 from chat_messages where room_id = rooms.id and role = 'visitor'
      and seq > rooms.shop_read and state <> 'deleted' limit ${sql.lit(MOST_UNREAD)}) as m)`,
  held: sql<number>`(select count(*) from chat_messages
    where room_id = rooms.id and state = 'held')`,
  reported: sql<number>`(select count(*) from chat_reports
    where room_id = rooms.id and chat_reports.state = 'open')`,
  last: sql<string | null>`(select id from chat_messages
    where room_id = rooms.id and state <> 'deleted' order by seq desc limit 1)`,
};

const summaryRows = (db: Database) =>
  db
    .selectFrom('rooms')
    .leftJoin('people as a', 'a.id', 'rooms.assignee_id')
    .selectAll('rooms')
    .select([
      'a.name as assignee_name',
      'a.email as assignee_email',
      COUNTS.unread.as('unread'),
      COUNTS.held.as('held'),
      COUNTS.reported.as('reported'),
      COUNTS.last.as('last_message_id'),
    ]);

type SummaryRow = Awaited<ReturnType<ReturnType<typeof summaryRows>['execute']>>[number];

type Context = Pick<HubContext, 'db' | 'clock'>;

/** One room as the desk lists it. @throws HubProblem `not-found`, also for another shop's */
export async function roomSummary(
  context: Context,
  {id: shopId, settings}: {id: string; settings: ShopSettings},
  roomId: string,
): Promise<RoomSummary> {
  const row = await summaryRows(context.db)
    .where('rooms.id', '=', roomId)
    .where('rooms.shop_id', '=', shopId)
    .executeTakeFirst();
  if (!row) throw new HubProblem('not-found');
  return (await toSummaries(context, [row], settings))[0]!;
}

export interface ListQuestion {
  state?: 'open' | 'ended' | undefined;
  /** `next` of the page before. */
  before?: string | undefined;
  limit?: number | undefined;
}

/** Rooms of a page. */
const PAGE = 50;

/**
 * The rooms of a shop, those first in which something was said last.
 *
 * @returns `next` when there may be more
 */
export async function listRooms(
  context: Context,
  {id: shopId, settings}: {id: string; settings: ShopSettings},
  {state, before, limit = PAGE}: ListQuestion,
): Promise<{rooms: RoomSummary[]; next?: string}> {
  const start = readNext(before);
  let query = summaryRows(context.db).where('rooms.shop_id', '=', shopId);
  if (state) query = query.where('rooms.state', '=', state);
  if (start) {
    query = query.where(eb =>
      eb.or([
        eb('rooms.last_at', '<', start.at),
        eb.and([eb('rooms.last_at', '=', start.at), eb('rooms.id', '<', start.id)]),
      ]),
    );
  }
  const rows = await query
    .orderBy('rooms.last_at', 'desc')
    .orderBy('rooms.id', 'desc')
    .limit(limit)
    .execute();
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return {
    rooms: await toSummaries(context, rows, settings),
    ...(last && {next: `${last.last_at}_${last.id}`}),
  };
}

function readNext(text: string | undefined): {at: number; id: string} | undefined {
  const [, at, id] = /^(\d{1,15})_([a-z0-9-]{1,64})$/.exec(text ?? '') ?? [];
  return id === undefined ? undefined : {at: Number(at), id};
}

async function toSummaries(
  {db, clock}: Context,
  rows: readonly SummaryRow[],
  shop: ShopSettings,
): Promise<RoomSummary[]> {
  const messages = await lastMessages(db, rows);
  const now = clock.now();
  return rows.map(row => ({
    room: describeRoom({row: roomOf(row), rules: rulesOf(row), shop}, now),
    ...(row.contact !== null && {contact: JSON.parse(row.contact) as VisitorContact}),
    language: row.language === 'en' ? ('en' as const) : ('fr' as const),
    ...(row.page !== null && {page: row.page}),
    ...(row.order_id !== null && {order: row.order_id}),
    ...(row.assignee_id !== null && {
      assignee: {id: row.assignee_id, name: row.assignee_name ?? row.assignee_email ?? ''},
    }),
    isBlocked: row.is_blocked === 1,
    unread: row.unread,
    toModerate: row.held + row.reported,
    ...lastMessageOf(messages, row),
    lastAt: new Date(row.last_at).toISOString(),
    createdAt: new Date(row.created_at).toISOString(),
  }));
}

const roomOf = (row: SummaryRow): RoomRow => row;

const rulesOf = ({settings}: SummaryRow) =>
  settings === null ? undefined : (JSON.parse(settings) as RoomSettings);

const keyOf = (room: string, message: string) => `${room} ${message}`;

function lastMessageOf(
  messages: ReadonlyMap<string, ChatMessage>,
  {id, last_message_id}: SummaryRow,
): {lastMessage?: ChatMessage} {
  const lastMessage =
    last_message_id === null ? undefined : messages.get(keyOf(id, last_message_id));
  return lastMessage ? {lastMessage} : {};
}

async function lastMessages(
  db: Database,
  rows: readonly SummaryRow[],
): Promise<Map<string, ChatMessage>> {
  const named = rows.filter(({last_message_id}) => last_message_id !== null);
  if (named.length === 0) return new Map();
  const found = await db
    .selectFrom('chat_messages')
    .selectAll()
    .where(eb =>
      eb.or(
        named.map(({id, last_message_id}) =>
          eb.and([eb('room_id', '=', id), eb('id', '=', last_message_id)]),
        ),
      ),
    )
    .execute();
  return new Map(
    found.map(row => [keyOf(row.room_id, row.id), messageOf({...row, message_id: row.id})]),
  );
}
