import type {RoomSettings} from '@local-widgets/model/schemas.js';
import {sha256Hex} from '../../chance-and-clock.js';
import type {HubContext, HubTransaction} from '../../context.js';
import {HubProblem, invalidField} from '../../http/problem.js';
import {words} from '../../text/words.js';
import {fold, hasLink, hasWord} from '../abuse/fold.js';
import {tooMany} from '../abuse/kept-limits.js';
import {limitOf} from '../abuse/limits.js';
import {writingHours} from '../hours/open-hours.js';
import type {LoadedRoom} from '../rooms/load-room.js';
import type {MemberRow, RoomRow} from '../rooms/room-row.js';

const DAY = 86_400_000;
/** Part of an address's limit after which strangers have to prove that they are no program. */
const HOT = 0.5;
/** Folded letters of a text that is looked for when it comes again: "merci" may be said twice. */
const LEAST_REPEATED = 20;

export interface PostCheck {
  text: string | undefined;
  hasImage: boolean;
  /** Where it came from; absent of a bridge. */
  ip?: string | undefined;
}

/**
 * Whether a visitor writes too much, counted in this process.
 *
 * @returns whether a proof of work must come with it, from where much came already
 * @throws HubProblem `too-many-requests`
 */
export async function checkPace(
  {chat: {limits, secrets}, config, clock}: HubContext,
  {row: {shop_id}, member}: LoadedRoom,
  {ip}: PostCheck,
): Promise<boolean> {
  const rates = config.chat.limits;
  const address = ip === undefined ? undefined : await secrets.addressKey(ip);
  const perAddress = limitOf(rates.messagesPerMinuteOfAddress, 'minute');
  const buckets = [
    [`messages of ${member!.visitor_id}`, limitOf(rates.messagesPerMinute, 'minute')],
    ...(address === undefined ? [] : ([[`messages from ${address}`, perAddress]] as const)),
    [`messages to ${shop_id}`, limitOf(rates.messagesPerMinuteOfShop, 'minute')],
  ] as const;
  for (const [key, limit] of buckets) {
    const wait = limits.take(key, limit);
    if (wait > 0) throw tooMany(wait);
  }
  const isHot = limits.load(`messages from ${address ?? ''}`, perAddress) > HOT;
  return isHot && clock.now().getTime() - member!.joined_at < DAY;
}

/**
 * What keeps a visitor from writing now, by all that can be known without the room's lock.
 *
 * @returns whether the message is held until a moderator has seen it
 * @throws HubProblem `blocked`, `blocked-word`, `rules-not-accepted`, `room-closed`
 */
export function checkVisitorPost(
  {row, rules, chat, shop, member}: LoadedRoom,
  {text = '', hasImage}: PostCheck,
  now: Date,
): boolean {
  if (hasImage && !chat.allowsImages) {
    throw invalidField('/image', language => words(language).notOneOf);
  }
  const isBad = hasWord(text, chat.blockedWords);
  if (!rules) {
    if (isBad) throw new HubProblem('blocked-word');
    return false;
  }
  refuseBanned(member!, now);
  if (member!.accepted_rules !== rules.rulesVersion) throw new HubProblem('rules-not-accepted');
  if (row.state !== 'open' || !writingHours(rules, shop, now).isOpen) {
    throw new HubProblem('room-closed');
  }
  return (
    rules.isPremoderated ||
    member!.is_watched === 1 ||
    isBad ||
    (member!.messages === 0 && hasLink(text)) ||
    isRepeated(member!, text)
  );
}

function refuseBanned(
  {banned_until, ban_reason}: Pick<MemberRow, 'banned_until' | 'ban_reason'>,
  now: Date,
): void {
  if (banned_until === null || banned_until <= now.getTime()) return;
  throw new HubProblem('blocked', ban_reason === null ? {} : {detail: ban_reason});
}

const textHash = (text: string) => sha256Hex(fold(text));

function isRepeated({last_text_hash}: MemberRow, text: string): boolean {
  return fold(text).length >= LEAST_REPEATED && textHash(text) === last_text_hash;
}

/** What the room's own row says, once it is locked. */
export function refuseInState({state, is_blocked, kind}: RoomRow, isVisitor: boolean): void {
  if (isVisitor && is_blocked === 1) throw new HubProblem('blocked');
  if (state === 'ended') throw new HubProblem(kind === 'public' ? 'room-closed' : 'ended');
}

/** What a message changes of its writer, who may not have written after `latest`. */
export function memberChangesOf(
  {slowSeconds}: Pick<RoomSettings, 'slowSeconds'>,
  {text, isHeld}: {text: string | undefined; isHeld: boolean},
  now: Date,
): {latest: number; hash: string | null; shown: number} {
  return {
    latest: now.getTime() - slowSeconds * 1000,
    hash: text === undefined ? null : textHash(text),
    shown: isHeld ? 0 : 1,
  };
}

/**
 * Counts a message of a public room, and holds its writer to the slow mode, for all processes.
 *
 * @throws HubProblem `too-many-requests` with the seconds that are left; `blocked`
 */
export async function countPublicPost(
  trx: HubTransaction,
  {rules, member}: LoadedRoom,
  {text, isHeld}: {text: string | undefined; isHeld: boolean},
  now: Date,
): Promise<void> {
  if (!rules) return;
  const {room_id, visitor_id} = member!;
  const at = now.getTime();
  const {latest, hash, shown} = memberChangesOf(rules, {text, isHeld}, now);
  const counted = await trx
    .updateTable('room_members')
    .set(eb => ({
      last_message_at: at,
      last_text_hash: hash,
      messages: eb('messages', '+', shown),
    }))
    .where('room_id', '=', room_id)
    .where('visitor_id', '=', visitor_id)
    .where(eb => eb.or([eb('last_message_at', 'is', null), eb('last_message_at', '<=', latest)]))
    // who was banned while their message was on its way
    .where(eb => eb.or([eb('banned_until', 'is', null), eb('banned_until', '<=', at)]))
    .returning('room_id')
    .executeTakeFirst();
  if (counted) return;
  const row = await trx
    .selectFrom('room_members')
    .select(['last_message_at', 'banned_until', 'ban_reason'])
    .where('room_id', '=', room_id)
    .where('visitor_id', '=', visitor_id)
    .executeTakeFirst();
  // the visitor was erased meanwhile
  if (!row) throw new HubProblem('not-found');
  refuseBanned(row, now);
  throw tooMany((row.last_message_at ?? at) - latest);
}
