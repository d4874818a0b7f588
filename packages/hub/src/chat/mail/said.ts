import type {Database} from '../../context.js';
import type {Block} from '../../mail/blocks.js';
import type {MailFormat} from '../../mail/mail-format.js';
import type {ChatMailWords} from './locales/fr.js';

/** A message as a mail tells it. */
export interface Said {
  seq: number;
  role: string;
  name: string | null;
  text: string | null;
  image: string | null;
  at: number;
}

/** What is shown of a room and not deleted, in order; after one event and up to another. */
export function readSaid(
  db: Database,
  room: string,
  {after = 0, upTo = Number.MAX_SAFE_INTEGER, limit = 2000} = {},
): Promise<Said[]> {
  return db
    .selectFrom('chat_messages')
    .select(['seq', 'role', 'name', 'text', 'image', 'at'])
    .where('room_id', '=', room)
    .where('state', '=', 'shown')
    .where('seq', '>', after)
    .where('seq', '<=', upTo)
    .orderBy('seq')
    .limit(limit)
    .execute();
}

interface Words {
  words: ChatMailWords;
  format: MailFormat;
  /** What who speaks for the shop is called without a name of their own. */
  shopName: string;
}

/** A message with who said it, and when on the shop's clock; its lines stay as they are. */
export function saidBlock(
  {role, name, text, image, at}: Said,
  {words, format, shopName}: Words,
): Block {
  const author = name ?? (role === 'visitor' ? words.visitor : shopName);
  const time = format.exactly(new Date(at));
  const lines = [...(text?.split('\n') ?? []), ...(image === null ? [] : [words.picture])];
  return {kind: 'form', title: words.said(author, time), lines};
}
