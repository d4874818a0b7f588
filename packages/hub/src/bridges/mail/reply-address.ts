import {createHmac, timingSafeEqual} from 'node:crypto';
import {fromBase32, toBase32} from './base32.js';

/** What an address says that mails of a conversation are answered to. */
export interface ReplyAddress {
  /** UUID of the conversation. */
  room: string;
  /** As whom its holder writes. */
  side: 'shop' | 'visitor';
  /** The last day (UTC) on which it is good. */
  until: Date;
}

/** For how long an address is good, in days; each mail brings a new one. */
export const GOOD_FOR_DAYS = 60;

const DAY = 86_400_000;
const SIDES = ['shop', 'visitor'] as const;
/** Bytes: which side, the conversation, the last day since 1970; and of the signature (104 bits). */
const CONTENT = 1 + 16 + 2;
const SIGNATURE = 13;
const ADDRESS = /^([^@+\s]+)\+([a-z2-7]{31})\.([a-z2-7]{21})@([^@\s]+)$/i;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * `chat+<conversation>.<signature>@hub.example`: whoever has it may answer in one conversation, on one side,
 * for some weeks. At most 64 characters stand before the at sign (RFC 5321, 4.5.3.1.1) when the address
 * it is made from has at most ten there, and no letter depends on its case.
 *
 * @param base `chat@hub.example`
 * @param key secret of the hub
 * @returns `undefined` for a room that is no conversation: only those have a UUID
 */
export function writeReplyAddress(
  base: string,
  key: string,
  {room, side, until}: ReplyAddress,
): string | undefined {
  if (!UUID.test(room)) return undefined;
  const content = Buffer.alloc(CONTENT);
  content.writeUInt8(SIDES.indexOf(side));
  content.write(room.replaceAll('-', ''), 1, 'hex');
  content.writeUInt16BE(Math.floor(until.getTime() / DAY), 17);
  const at = base.lastIndexOf('@');
  const local = `${base.slice(0, at)}+${toBase32(content)}.${toBase32(sign(key, content))}`;
  return `${local}${base.slice(at)}`;
}

/** Reads what `writeReplyAddress` wrote; `undefined` for any other address, `expired` after its last day. */
export function readReplyAddress(
  base: string,
  key: string,
  address: string,
  now: Date,
): ReplyAddress | 'expired' | undefined {
  const [, local, first = '', second = '', domain] = ADDRESS.exec(address.trim()) ?? [];
  if (local === undefined || `${local}@${domain}`.toLowerCase() !== base.toLowerCase()) {
    return undefined;
  }
  const [content, signature] = [fromBase32(first), fromBase32(second)];
  if (content?.length !== CONTENT || signature?.length !== SIGNATURE) return undefined;
  if (!timingSafeEqual(sign(key, content), signature)) return undefined;
  const bytes = Buffer.from(content);
  const side = SIDES[bytes.readUInt8()];
  const until = new Date(bytes.readUInt16BE(17) * DAY);
  if (side === undefined) return undefined;
  if (now.getTime() >= until.getTime() + DAY) return 'expired';
  const hex = bytes.toString('hex', 1, 17);
  const room = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return {room, side, until};
}

function sign(key: string, content: Uint8Array): Uint8Array {
  return createHmac('sha256', key).update(content).digest().subarray(0, SIGNATURE);
}
