import {sha256Hex} from '../../chance-and-clock.js';
import type {Database} from '../../context.js';
import {isTaken} from '../../database/errors.js';
import type {BridgedRoom} from '../bridge.js';
import {BRIDGE_WORDS} from '../locales/bridge-words.js';

/** A visitor as the address book of who answers has them. */
export interface VirtualVisitor {
  roomId: string;
  /** Before the at sign of the component's domain: `marie.7f3a`. */
  local: string;
  /** Whether who answers wants to be told when the visitor can be reached. */
  isSubscribed: boolean;
}

interface Row {
  room_id: string;
  remote_id: string;
  data: string | null;
}

const toVisitor = ({room_id, remote_id, data}: Row): VirtualVisitor => ({
  roomId: room_id,
  local: remote_id,
  isSubscribed: (JSON.parse(data ?? '{}') as {isSubscribed?: boolean}).isSubscribed ?? false,
});

const rows = (db: Database) =>
  db
    .selectFrom('bridge_rooms')
    .select(['room_id', 'remote_id', 'data'])
    .where('bridge', '=', 'xmpp');

export async function visitorNamed(
  db: Database,
  local: string,
): Promise<VirtualVisitor | undefined> {
  const row = await rows(db).where('remote_id', '=', local.toLowerCase()).executeTakeFirst();
  return row && toVisitor(row);
}

/** Those whose presence somebody wants to be told of. */
export async function subscribedVisitors(db: Database): Promise<VirtualVisitor[]> {
  const found = await rows(db).where('data', 'is not', null).orderBy('room_id').execute();
  return found.map(toVisitor).filter(({isSubscribed}) => isSubscribed);
}

export async function setSubscribed(
  db: Database,
  roomId: string,
  isSubscribed: boolean,
): Promise<void> {
  await db
    .updateTable('bridge_rooms')
    .set({data: isSubscribed ? JSON.stringify({isSubscribed}) : null})
    .where('bridge', '=', 'xmpp')
    .where('room_id', '=', roomId)
    .execute();
}

/** Letters of the conversation's hash in an address, and how many more there may be where two are alike. */
const LEAST_LETTERS = 4;
const MOST_LETTERS = 32;

/** The visitor of a conversation; the address is made from the name they have then, and stays. */
export async function visitorOf(db: Database, room: BridgedRoom): Promise<VirtualVisitor> {
  const {id, language} = room.row;
  const known = await rows(db).where('room_id', '=', id).executeTakeFirst();
  if (known) return toVisitor(known);
  const fallback = BRIDGE_WORDS[language === 'en' ? 'en' : 'fr'].visitor;
  const name = toLocalPart(room.contact.name ?? '') || toLocalPart(fallback);
  const hash = sha256Hex(`address of ${id}`);
  for (let letters = LEAST_LETTERS; ; letters += 4) {
    const local = `${name}.${hash.slice(0, letters)}`;
    try {
      await db
        .insertInto('bridge_rooms')
        .values({bridge: 'xmpp', room_id: id, remote_id: local, data: null})
        .onConflict(conflict => conflict.columns(['bridge', 'room_id']).doNothing())
        .execute();
      return toVisitor(await rows(db).where('room_id', '=', id).executeTakeFirstOrThrow());
    } catch (error) {
      if (!isTaken(error) || letters >= MOST_LETTERS) throw error;
    }
  }
}

/** `Marie-José Le Goff` is `marie-jose-le-goff`: letters that every program can write. */
function toLocalPart(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 24)
    .replace(/^-+|-+$/g, '');
}
