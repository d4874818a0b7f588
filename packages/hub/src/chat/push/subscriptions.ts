import {sha256Hex} from '../../chance-and-clock.js';
import type {HubContext} from '../../context.js';
import {invalidField} from '../../http/problem.js';
import {webhookUrlFault} from '../../webhooks/webhook-url.js';
import {chatWords} from '../chat-words.js';
import {arePushKeys} from './encrypt.js';
import type {PushKeys} from './encrypt.js';

/** What `PushSubscription.toJSON` of a browser gives. */
export interface PushSubscription {
  endpoint: string;
  keys: PushKeys;
}

/** Browsers of one person; the oldest goes when there are more. */
const MOST = 10;

/**
 * Keeps where somebody of a shop wants to be told; the same browser again takes the place of itself.
 *
 * @throws HubProblem `invalid` for an address that is not public, or keys that are none
 */
export async function subscribe(
  {db, clock, config}: Pick<HubContext, 'db' | 'clock' | 'config'>,
  personId: string,
  {endpoint, keys}: PushSubscription,
  language: string,
): Promise<void> {
  if (webhookUrlFault(endpoint, config.webhooks) || !arePushKeys(keys)) {
    throw invalidField('/endpoint', say => chatWords(say).badEndpoint);
  }
  const values = {
    person_id: personId,
    endpoint,
    public_key: keys.p256dh,
    auth_secret: keys.auth,
    language,
    created_at: clock.now().getTime(),
  };
  await db.transaction().execute(async trx => {
    await trx
      .insertInto('push_subscriptions')
      .values({id: sha256Hex(endpoint), ...values})
      .onConflict(conflict => conflict.column('id').doUpdateSet(values))
      .execute();
    const all = await trx
      .selectFrom('push_subscriptions')
      .select('id')
      .where('person_id', '=', personId)
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .execute();
    const old = all.slice(MOST).map(({id}) => id);
    if (old.length > 0) {
      await trx.deleteFrom('push_subscriptions').where('id', 'in', old).execute();
    }
  });
}

/** Forgets a browser of somebody. */
export async function unsubscribe(
  {db}: Pick<HubContext, 'db'>,
  personId: string,
  endpoint: string,
): Promise<void> {
  await db
    .deleteFrom('push_subscriptions')
    .where('id', '=', sha256Hex(endpoint))
    .where('person_id', '=', personId)
    .execute();
}
