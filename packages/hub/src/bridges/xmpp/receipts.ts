import type {ChatEvent} from '@local-widgets/model/schemas.js';
import type {Database} from '../../context.js';

/** What is noted of a message that came by XMPP. */
export interface StanzaNotes {
  /** Of the stanza: what markers name it by. */
  id: string;
  wantsReceipt: boolean;
  isMarkable: boolean;
}

export interface Acknowledgement {
  kind: 'received' | 'displayed';
  of: string;
}

/** Messages that one mark tells of at most; a person sees no more of them. */
const MOST = 50;

/**
 * What a mark of the visitor says of the messages that came by XMPP: each is received (XEP-0184), the last
 * one is displayed (XEP-0333), as far as their sender asked. What is told twice does no harm.
 */
export async function unacknowledged(
  db: Database,
  room: string,
  event: ChatEvent & {kind: 'read' | 'delivered'},
): Promise<Acknowledgement[]> {
  const rows = await db
    .selectFrom('bridge_messages as b')
    .innerJoin('chat_messages as m', join =>
      join.onRef('m.room_id', '=', 'b.room_id').onRef('m.id', '=', 'b.message_id'),
    )
    .select(['b.data', 'm.seq'])
    .where('b.bridge', '=', 'xmpp')
    .where('b.direction', '=', 'in')
    .where('b.room_id', '=', room)
    .where('m.seq', '<=', event.upTo)
    .where('m.seq', '>', await lastMark(db, room, event))
    .orderBy('m.seq', 'desc')
    .limit(MOST)
    .execute();
  const notes = rows.map(({data}) => JSON.parse(data ?? '{}') as StanzaNotes);
  const received = notes
    .filter(({wantsReceipt, id}) => wantsReceipt && id !== '')
    .reverse()
    .map(({id}) => ({kind: 'received', of: id}) as const);
  const seen = event.kind === 'read' && notes.find(({isMarkable, id}) => isMarkable && id !== '');
  return seen ? [...received, {kind: 'displayed', of: seen.id}] : received;
}

/** Up to which message an earlier mark of the same kind, or a stronger one, has told already. */
async function lastMark(
  db: Database,
  room: string,
  {seq, kind}: {seq: number; kind: string},
): Promise<number> {
  const rows = await db
    .selectFrom('chat_events')
    .select(['data'])
    .where('room_id', '=', room)
    .where('seq', '<', seq)
    .where('kind', 'in', kind === 'read' ? ['read'] : ['read', 'delivered'])
    .orderBy('seq', 'desc')
    .limit(20)
    .execute();
  const marks = rows.map(({data}) => JSON.parse(data ?? '{}') as {role?: string; upTo?: number});
  return Math.max(0, ...marks.filter(({role}) => role === 'visitor').map(({upTo = 0}) => upTo));
}
