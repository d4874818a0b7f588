import {uuid7} from '../chance-and-clock.js';
import type {Database, HubContext} from '../context.js';
import {createWebhookSecret} from '../webhooks/webhook-secret.js';

type Context = Pick<HubContext, 'db' | 'clock' | 'chance'>;

/** Where a shop's events go, without its secret. */
export interface WebhookEndpoint {
  id: string;
  url: string;
  /** False when the receiver said that it is gone (410), or the shop switched it off. */
  isEnabled: boolean;
  createdAt: string;
}

/** With its secret, told once. */
export interface NewWebhookEndpoint extends WebhookEndpoint {
  /** `whsec_…` (Standard Webhooks 1.0). */
  secret: string;
}

export interface WebhookAttempt {
  id: number;
  outboxId: string;
  at: string;
  /** HTTP status; absent when there was no answer. */
  status?: number;
  error?: string;
  durationMs: number;
}

/** Attempts that are shown, the newest first. */
const ATTEMPTS = 100;

const iso = (instant: number) => new Date(instant).toISOString();

export async function listEndpoints(db: Database, shopId: string): Promise<WebhookEndpoint[]> {
  const rows = await db
    .selectFrom('webhook_endpoints')
    .select(['id', 'url', 'is_enabled', 'created_at'])
    .where('shop_id', '=', shopId)
    .orderBy('id')
    .execute();
  return rows.map(row => ({
    id: row.id,
    url: row.url,
    isEnabled: row.is_enabled === 1,
    createdAt: iso(row.created_at),
  }));
}

export async function addEndpoint(
  {db, clock, chance}: Context,
  shopId: string,
  url: string,
): Promise<NewWebhookEndpoint> {
  const id = uuid7(clock, chance);
  const secret = createWebhookSecret(chance);
  const now = clock.now().getTime();
  await db
    .insertInto('webhook_endpoints')
    .values({
      id,
      shop_id: shopId,
      url,
      secret,
      previous_secret: null,
      is_enabled: 1,
      created_at: now,
    })
    .execute();
  return {id, url, isEnabled: true, createdAt: iso(now), secret};
}

/** @returns whether there was one */
export async function removeEndpoint(db: Database, shopId: string, id: string): Promise<boolean> {
  const {numDeletedRows} = await db
    .deleteFrom('webhook_endpoints')
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** @returns whether there was one */
export async function switchEndpoint(
  db: Database,
  shopId: string,
  id: string,
  isEnabled: boolean,
): Promise<boolean> {
  const {numUpdatedRows} = await db
    .updateTable('webhook_endpoints')
    .set({is_enabled: isEnabled ? 1 : 0})
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/**
 * Gives an endpoint a new secret. Messages are signed with the old one too, until the next exchange.
 *
 * @returns the secret, told once; `undefined` when there is no such endpoint
 */
export async function rotateSecret(
  {db, chance}: Pick<Context, 'db' | 'chance'>,
  shopId: string,
  id: string,
): Promise<string | undefined> {
  const secret = createWebhookSecret(chance);
  const row = await db
    .updateTable('webhook_endpoints')
    .set(eb => ({previous_secret: eb.ref('secret'), secret}))
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return row && secret;
}

/** The last tries to deliver to an endpoint. */
export async function listAttempts(db: Database, endpointId: string): Promise<WebhookAttempt[]> {
  const rows = await db
    .selectFrom('webhook_attempts')
    .selectAll()
    .where('endpoint_id', '=', endpointId)
    .orderBy('id', 'desc')
    .limit(ATTEMPTS)
    .execute();
  return rows.map(row => ({
    id: row.id,
    outboxId: row.outbox_id,
    at: iso(row.at),
    ...(row.status !== null && {status: row.status}),
    ...(row.error !== null && {error: row.error}),
    durationMs: row.duration_ms,
  }));
}
