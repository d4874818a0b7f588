import type {Challenge, ProofOfWork} from '@local-widgets/model/schemas.js';
import type {Database, HubContext} from '../../context.js';
import {HubProblem} from '../../http/problem.js';
import {tooMany} from './kept-limits.js';
import {limitOf} from './limits.js';
import {makeChallenge, provenUntil} from './proof.js';

const MINUTE = 60_000;
/** For which a challenge is good: a slow telephone, and a person who reads first. */
const GOOD_FOR = 10 * MINUTE;
/** Challenges of one address: more are refused, and each quarter of them doubles the work. */
const ASKED = limitOf(600, 'hour', 0.1);
/** What the work grows to: 2⁵ times the least. */
const DOUBLINGS = 5;

type Context = Pick<HubContext, 'clock' | 'chance' | 'config' | 'chat'>;

/** A challenge for an address; the more it asked lately, the more work it is. */
export async function giveChallenge(
  {clock, chance, config, chat}: Context,
  ip: string,
): Promise<Challenge> {
  const {limits, secrets} = chat;
  const key = `challenges ${await secrets.addressKey(ip)}`;
  const load = limits.load(key, ASKED);
  const wait = limits.take(key, ASKED);
  if (wait > 0) throw tooMany(wait);
  return makeChallenge({
    secret: await secrets.read('challenges'),
    chance,
    expiresAt: new Date(clock.now().getTime() + GOOD_FOR),
    maxnumber: config.chat.proofWork * 2 ** Math.floor(load * DOUBLINGS),
  });
}

/** A proof that holds, if nobody has used it; undefined where none is asked for. */
export type CheckedProof = {challenge: string; expiresAt: Date} | undefined;

/**
 * Checks a proof, before the transaction that needs it.
 *
 * @throws HubProblem `proof-needed` without one, `proof-refused` when it is none or expired
 */
export async function checkProof(
  {clock, config, chat}: Context,
  proof: ProofOfWork | undefined,
): Promise<CheckedProof> {
  if (config.chat.proofWork === 0) return undefined;
  if (!proof) throw new HubProblem('proof-needed');
  const expiresAt = provenUntil(proof, await chat.secrets.read('challenges'), clock.now());
  if (!expiresAt) throw new HubProblem('proof-refused');
  return {challenge: proof.challenge, expiresAt};
}

/**
 * Uses a proof up, for all processes; if the transaction fails, it is good again.
 *
 * @throws HubProblem `proof-refused` when it was used before
 */
export async function useProof(trx: Database, proof: CheckedProof): Promise<void> {
  if (!proof) return;
  const used = await trx
    .insertInto('chat_challenges')
    .values({challenge: proof.challenge, expires_at: proof.expiresAt.getTime()})
    .onConflict(conflict => conflict.column('challenge').doNothing())
    .returning('challenge')
    .executeTakeFirst();
  if (!used) throw new HubProblem('proof-refused');
}
