import {createCipheriv, createDecipheriv, createHmac, createSecretKey} from 'node:crypto';
import type {Chance} from '../chance-and-clock.js';

/**
 * An answer as the database keeps it: it holds a customer's name and secret token, so it can be read
 * only with the idempotency key, of which the database has no more than the hash.
 */
interface SealedAnswer {
  /** The order, in clear, to find it by; see `forgetAnswers`. */
  order: string;
  iv: string;
  sealed: string;
}

const ALGORITHM = 'aes-256-gcm';
const TAG_BYTES = 16;

/** What the database keeps of the key is another hash, which does not lead here. */
const secretOf = (key: string, scope: string) =>
  createSecretKey(createHmac('sha256', key).update(`answer of ${scope}`).digest());

/**
 * @param answer JSON text
 * @returns JSON text; begins with `answerPrefix(orderId)`
 */
export function sealAnswer(
  answer: string,
  {orderId, key, scope, chance}: {orderId: string; key: string; scope: string; chance: Chance},
): string {
  const iv = chance.bytes(12);
  const cipher = createCipheriv(ALGORITHM, secretOf(key, scope), iv);
  const parts = [cipher.update(answer, 'utf8'), cipher.final()];
  const sealed: SealedAnswer = {
    order: orderId,
    iv: Buffer.from(iv).toString('base64'),
    sealed: Buffer.concat([...parts, cipher.getAuthTag()]).toString('base64'),
  };
  return JSON.stringify(sealed);
}

/**
 * @returns JSON text
 * @throws when the key is another's, or the text was changed
 */
export function openAnswer(text: string, key: string, scope: string): string {
  const {iv, sealed} = JSON.parse(text) as SealedAnswer;
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv(ALGORITHM, secretOf(key, scope), Buffer.from(iv, 'base64'));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  const parts = [decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()];
  return Buffer.concat(parts).toString('utf8');
}

/** How the kept answers of an order begin. */
export const answerPrefix = (orderId: string) => `{"order":${JSON.stringify(orderId)},`;
