import type {Database, HubTransaction} from '../../context.js';
import type {LoadedRoom} from '../rooms/load-room.js';
import {answeringHours} from './open-hours.js';

const DAY = 86_400_000;
/** Answers that count, the last ones, and how long they do. */
const COUNTED = 30;
const COUNTED_DAYS = 90;
/** With fewer, nothing is promised. */
const LEAST = 5;

/**
 * Notes how long a visitor waited for this answer, if somebody was to be there when they wrote.
 *
 * @param waitingSince when they wrote what nobody had answered
 */
export async function noteAnswer(
  trx: HubTransaction,
  {row: {shop_id}, chat, shop}: Pick<LoadedRoom, 'row' | 'chat' | 'shop'>,
  waitingSince: number,
  at: Date,
): Promise<void> {
  if (!answeringHours(chat, shop, new Date(waitingSince)).isOpen) return;
  const minutes = Math.max(0, Math.round((at.getTime() - waitingSince) / 60_000));
  await trx.insertInto('chat_answers').values({shop_id, minutes, at: at.getTime()}).execute();
}

/** The median of the last answers, in minutes; `undefined` until there are five. */
export async function usualAnswerTime(
  db: Database,
  shopId: string,
  now: Date,
): Promise<number | undefined> {
  const rows = await db
    .selectFrom('chat_answers')
    .select('minutes')
    .where('shop_id', '=', shopId)
    .where('at', '>', now.getTime() - COUNTED_DAYS * DAY)
    .orderBy('id', 'desc')
    .limit(COUNTED)
    .execute();
  if (rows.length < LEAST) return undefined;
  const sorted = rows.map(({minutes}) => minutes).sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return Math.round((sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2);
}
