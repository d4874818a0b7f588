import {createHmac, timingSafeEqual} from 'node:crypto';
import type {HubContext} from '../../context.js';

/** For how long a picture can be fetched by its address, in milliseconds: 30 days. */
const GOOD_FOR = 30 * 86_400_000;
const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
};
/** Base64url letters of the signature: 132 bits. */
const SIGNATURE = 22;
const TOKEN =
  /^([a-z0-9-]{1,64})\.([0-9a-f-]{36})\.([0-9a-z]{1,10})\.([\w-]{22})\.(?:jpg|png|webp)$/;

type Context = Pick<HubContext, 'db' | 'clock' | 'config' | 'chat'>;

/**
 * An address that shows a picture to whoever has it, for programs that can show pictures but not sign in.
 * It ends as the names of such files do: some programs look at nothing else.
 *
 * @returns `undefined` for a picture that is gone
 */
export async function pictureUrl(
  {db, clock, config, chat}: Context,
  room: string,
  image: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('chat_images')
    .select('type')
    .where('room_id', '=', room)
    .where('id', '=', image)
    .executeTakeFirst();
  if (!row) return undefined;
  const until = (clock.now().getTime() + GOOD_FOR).toString(36);
  const told = `${room}.${image}.${until}`;
  const signature = sign(await chat.secrets.read('bridge-pictures'), told);
  return `${config.publicUrl}/v1/bridges/pictures/${told}.${signature}.${ENDINGS[row.type]}`;
}

/** The picture of an address; `undefined` when it was not made by `pictureUrl`, is over, or the picture gone. */
export async function pictureAt(
  {db, clock, chat}: Context,
  token: string,
): Promise<{type: string; bytes: Buffer} | undefined> {
  const [, room, image, until, signature] = TOKEN.exec(token) ?? [];
  if (room === undefined || image === undefined || until === undefined) return undefined;
  const wanted = sign(await chat.secrets.read('bridge-pictures'), `${room}.${image}.${until}`);
  if (!timingSafeEqual(Buffer.from(wanted), Buffer.from(signature!))) return undefined;
  if (parseInt(until, 36) < clock.now().getTime()) return undefined;
  const row = await db
    .selectFrom('chat_images as i')
    .innerJoin('chat_messages as m', join =>
      join.onRef('m.room_id', '=', 'i.room_id').onRef('m.id', '=', 'i.message_id'),
    )
    .select(['i.type', 'i.base64'])
    .where('i.room_id', '=', room)
    .where('i.id', '=', image)
    .where('m.state', '=', 'shown')
    .executeTakeFirst();
  return row && {type: row.type, bytes: Buffer.from(row.base64, 'base64')};
}

function sign(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url').slice(0, SIGNATURE);
}
