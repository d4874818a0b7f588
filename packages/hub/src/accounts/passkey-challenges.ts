import {sha256Hex} from '../chance-and-clock.js';
import type {HubContext} from '../context.js';

/** For how long a person may take to unlock the passkey, in milliseconds. */
export const CHALLENGE_LASTS = 5 * 60_000;

/**
 * Makes what a passkey has to sign. The database keeps its hash, so that any process of the hub knows
 * it, once.
 *
 * @param personId who registers a passkey; `null` for somebody who signs in with one
 */
export async function issueChallenge(
  {db, clock, chance}: Pick<HubContext, 'db' | 'clock' | 'chance'>,
  personId: string | null,
): Promise<Uint8Array<ArrayBuffer>> {
  const challenge = Uint8Array.from(chance.bytes(32));
  const now = clock.now().getTime();
  await db.deleteFrom('passkey_challenges').where('expires_at', '<=', now).execute();
  await db
    .insertInto('passkey_challenges')
    .values({
      challenge_hash: sha256Hex(Buffer.from(challenge).toString('base64url')),
      person_id: personId,
      expires_at: now + CHALLENGE_LASTS,
    })
    .execute();
  return challenge;
}

/**
 * Uses a challenge up.
 *
 * @param challenge base64url, as the browser gives it back
 * @returns whether it was made for this person (or for nobody yet), not long ago, and not used before
 */
export async function consumeChallenge(
  {db, clock}: Pick<HubContext, 'db' | 'clock'>,
  challenge: string,
  personId: string | null,
): Promise<boolean> {
  const row = await db
    .deleteFrom('passkey_challenges')
    .where('challenge_hash', '=', sha256Hex(challenge))
    .returning(['person_id', 'expires_at'])
    .executeTakeFirst();
  return row !== undefined && row.person_id === personId && row.expires_at > clock.now().getTime();
}
