import {createHash, createHmac, timingSafeEqual} from 'node:crypto';
import type {Challenge, ProofOfWork} from '@local-widgets/model/schemas.js';
import type {Chance} from '../../chance-and-clock.js';

/**
 * Ends with `&`: without it, digits could be moved from the number to the end of the salt, and an old
 * challenge would become one with another number and a later end.
 */
const SALT = /^[0-9a-f]{24}\?expires=(\d{1,12})&$/;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const signatureOf = (challenge: string, secret: string) =>
  createHmac('sha256', secret).update(challenge).digest('hex');

export interface ChallengeOptions {
  secret: string;
  chance: Chance;
  expiresAt: Date;
  /** The number is one of 0 to this. */
  maxnumber: number;
}

/** A puzzle in the form of ALTCHA, version 1: signed, so that the hub need not remember it. */
export function makeChallenge({secret, chance, expiresAt, maxnumber}: ChallengeOptions): Challenge {
  const nonce = Buffer.from(chance.bytes(12)).toString('hex');
  const salt = `${nonce}?expires=${Math.floor(expiresAt.getTime() / 1000)}&`;
  const number = Buffer.from(chance.bytes(6)).readUIntBE(0, 6) % (maxnumber + 1);
  const challenge = sha256(`${salt}${number}`);
  const signature = signatureOf(challenge, secret);
  return {algorithm: 'SHA-256', challenge, salt, signature, maxnumber};
}

/**
 * Whether somebody solved a challenge of this hub that is still good. That it was not used before is for
 * the caller to see to.
 *
 * @returns when it expires; `undefined` when it is no proof
 */
export function provenUntil(
  {challenge, number, salt, signature}: ProofOfWork,
  secret: string,
  now: Date,
): Date | undefined {
  const [, expires] = SALT.exec(salt) ?? [];
  if (expires === undefined) return undefined;
  const expiresAt = new Date(Number(expires) * 1000);
  if (!(expiresAt > now)) return undefined;
  const isSolved = sha256(`${salt}${number}`) === challenge;
  return isSolved && isSame(signature, signatureOf(challenge, secret)) ? expiresAt : undefined;
}

const isSame = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
