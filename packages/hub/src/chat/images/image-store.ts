import {createHash} from 'node:crypto';
import type {ChatImage} from '@local-widgets/model/schemas.js';
import type {HubContext, HubTransaction} from '../../context.js';
import {HubProblem, invalidField} from '../../http/problem.js';
import {takeKept} from '../abuse/kept-limits.js';
import {limitOf} from '../abuse/limits.js';
import type {RoomAccess} from '../rooms/access.js';
import {chatWords} from '../chat-words.js';
import {cleanImage} from './clean-image.js';

/** Bytes of a picture as it is sent. */
export const MOST_BYTES = 1_000_000;
/** Pixels of a side. */
const MOST_PIXELS = 2048;

/** A picture as it is served. */
export interface StoredImage {
  type: string;
  bytes: Buffer;
}

/**
 * Keeps a picture for a message to show, once, however often it is sent.
 *
 * @returns whether it is new
 * @throws HubProblem `invalid` for what is no picture or too large a one, `message-changed` when the id has
 *   another content, `rules-not-accepted`, `blocked`, `too-many-requests`
 */
export async function keepImage(
  context: HubContext,
  {row, chat, member, viewer, asking}: RoomAccess,
  {id, sent}: {id: string; sent: Buffer},
): Promise<{image: ChatImage; isNew: boolean}> {
  const {db, clock, config} = context;
  const isVisitor = asking.role === 'visitor';
  if (viewer.authorId === undefined) throw new HubProblem('rules-not-accepted');
  const hash = createHash('sha256').update(sent).digest('hex');
  const known = await db
    .selectFrom('chat_images')
    .select(['author_id', 'sent_hash', 'width', 'height'])
    .where('room_id', '=', row.id)
    .where('id', '=', id)
    .executeTakeFirst();
  if (known) {
    const isSame = known.author_id === viewer.authorId && known.sent_hash === hash;
    if (!isSame) throw new HubProblem('message-changed');
    return {image: {id, width: known.width, height: known.height}, isNew: false};
  }
  if (isVisitor && row.is_blocked) throw new HubProblem('blocked');
  if (row.state === 'ended') throw new HubProblem('ended');
  const picture = isVisitor && !chat.allowsImages ? undefined : cleanImage(sent);
  if (!picture) throw invalidField('', language => chatWords(language).notAPicture);
  if (Math.max(picture.width, picture.height) > MOST_PIXELS) {
    throw invalidField('', language => chatWords(language).pictureTooLarge(MOST_PIXELS));
  }
  if (isVisitor) {
    const limit = limitOf(config.chat.limits.imagesPerHour, 'hour');
    await takeKept(context, db, `images ${member!.visitor_id}`, limit);
  }
  const {type, width, height, bytes} = picture;
  await db
    .insertInto('chat_images')
    .values({
      room_id: row.id,
      id,
      author_id: viewer.authorId,
      visitor_id: isVisitor ? member!.visitor_id : null,
      type,
      width,
      height,
      base64: bytes.toString('base64'),
      sent_hash: hash,
      message_id: null,
      created_at: clock.now().getTime(),
    })
    // sent twice at the same time
    .onConflict(conflict => conflict.columns(['room_id', 'id']).doNothing())
    .execute();
  return {image: {id, width, height}, isNew: true};
}

/**
 * A picture for who may see it: what no message shows yet, and what is held, only its author and
 * moderators.
 *
 * @throws HubProblem `not-found`
 */
export async function readImage(
  {db}: Pick<HubContext, 'db'>,
  {row, viewer}: RoomAccess,
  id: string,
): Promise<StoredImage> {
  const found = await db
    .selectFrom('chat_images as i')
    .leftJoin('chat_messages as m', join =>
      join.onRef('m.room_id', '=', 'i.room_id').onRef('m.id', '=', 'i.message_id'),
    )
    .select(['i.author_id', 'i.type', 'i.base64', 'm.state'])
    .where('i.room_id', '=', row.id)
    .where('i.id', '=', id)
    .executeTakeFirst();
  const isOwn = found?.author_id === viewer.authorId;
  const isSeen = found && (found.state === 'shown' || isOwn || viewer.isModerator);
  if (!isSeen) throw new HubProblem('not-found');
  return {type: found.type, bytes: Buffer.from(found.base64, 'base64')};
}

/** An image that a message shows. */
export interface ImageUse {
  room: string;
  image: string;
  message: string;
  /** Who sends both. */
  author: string;
}

/**
 * Binds an image to the message that shows it: images that none shows are removed after a day.
 *
 * @returns its size in pixels; `undefined` when this author has none with this id in the room, or another
 *   message shows it
 */
export async function useImage(
  trx: HubTransaction,
  {room, image, message, author}: ImageUse,
): Promise<{width: number; height: number} | undefined> {
  return trx
    .updateTable('chat_images')
    .set({message_id: message})
    .where('room_id', '=', room)
    .where('id', '=', image)
    .where('author_id', '=', author)
    .where(eb => eb.or([eb('message_id', 'is', null), eb('message_id', '=', message)]))
    .returning(['width', 'height'])
    .executeTakeFirst();
}
