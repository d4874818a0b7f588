import {sql} from 'kysely';
import type {ChatSettings, RoomSettings, ShopSettings} from '@local-widgets/model/schemas.js';
import type {Database} from '../../context.js';
import {readSettings} from '../settings/default-settings.js';
import type {MemberRow, RoomRow} from './room-row.js';

/** A room with all that decides who may do what in it. */
export interface LoadedRoom {
  row: RoomRow;
  /** Of a public room. */
  rules: RoomSettings | undefined;
  shop: ShopSettings;
  chat: ChatSettings;
  /** Whether somebody's browser may have to be told of a message. */
  hasPush: boolean;
  /** Whose secret was given; absent when it is nobody's. */
  visitorId?: string | undefined;
  /** That visitor in this room. */
  member?: MemberRow | undefined;
}

const MEMBER_COLUMNS = [
  'm.room_id as m_room_id',
  'm.visitor_id as m_visitor_id',
  'm.author_id as m_author_id',
  'm.name as m_name',
  'm.name_key as m_name_key',
  'm.accepted_rules as m_accepted_rules',
  'm.read_seq as m_read_seq',
  'm.messages as m_messages',
  'm.last_message_at as m_last_message_at',
  'm.last_text_hash as m_last_text_hash',
  'm.is_watched as m_is_watched',
  'm.address_key as m_address_key',
  'm.banned_until as m_banned_until',
  'm.ban_reason as m_ban_reason',
  'm.joined_at as m_joined_at',
] as const;

/** Who asks: by the hash of a secret, or by what a bridge knows. */
export type Asker = {keyHash: string} | {visitorId: string};

/** One query: it is what most requests begin with. */
export async function loadRoom(
  db: Database,
  roomId: string,
  asker?: Asker,
): Promise<LoadedRoom | undefined> {
  const row = await db
    .selectFrom('rooms as r')
    .innerJoin('shops as s', 's.id', 'r.shop_id')
    .leftJoin('chat_settings as c', 'c.shop_id', 'r.shop_id')
    .leftJoin('visitor_keys as k', join =>
      join.on('k.key_hash', '=', asker && 'keyHash' in asker ? asker.keyHash : ''),
    )
    .leftJoin('room_members as m', join =>
      join
        .onRef('m.room_id', '=', 'r.id')
        .on(eb =>
          eb(
            'm.visitor_id',
            '=',
            asker && 'visitorId' in asker ? asker.visitorId : eb.ref('k.visitor_id'),
          ),
        ),
    )
    .selectAll('r')
    .select(['s.settings as shop_settings', 'c.settings as chat_settings', 'k.visitor_id as asker'])
    .select(MEMBER_COLUMNS)
    .select(sql<boolean | number>`exists (select 1 from push_subscriptions)`.as('has_push'))
    .where('r.id', '=', roomId)
    .executeTakeFirst();
  if (!row) return undefined;
  const entries = Object.entries(row);
  const member = entries.flatMap(([name, value]) =>
    name.startsWith('m_') ? [[name.slice(2), value]] : [],
  );
  const {shop_settings, chat_settings, has_push, asker: visitorId, ...rest} = row;
  return {
    row: rest,
    rules: row.settings === null ? undefined : (JSON.parse(row.settings) as RoomSettings),
    shop: JSON.parse(shop_settings) as ShopSettings,
    chat: readSettings(chat_settings),
    hasPush: Boolean(has_push),
    visitorId: visitorId ?? row.m_visitor_id ?? undefined,
    ...(row.m_author_id !== null && {member: Object.fromEntries(member) as MemberRow}),
  };
}
