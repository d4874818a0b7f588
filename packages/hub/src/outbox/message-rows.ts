import {uuid7, type Chance, type Clock} from '../chance-and-clock.js';
import type {OrderRow} from '../orders/order-row.js';
import type {OutboxKind, OutboxRow} from './claim.js';
import type {MailMessage, WebhookEvent} from './outbox.js';
import type {MailPayload, WebhookPayload} from './payload.js';
import {webhookBody} from './webhook-body.js';

export interface Sources {
  clock: Clock;
  chance: Chance;
}

/** Who of a shop is told of what happens there. */
export interface Audience {
  /** Ids of its people. */
  people: readonly string[];
  /** It has an address of its own, for as long as it has no people. */
  hasAddress: boolean;
  /** Ids of its enabled webhook endpoints. */
  endpoints: readonly string[];
}

/** Who gets a mail, as its payload says it. */
export type MailTo = Omit<MailPayload, 'template' | 'data'>;

/** The people of a shop, one mail each, or the shop's own address while it has no people. */
export function shopReceivers({people, hasAddress}: Omit<Audience, 'endpoints'>): MailTo[] {
  if (people.length > 0) return people.map(person => ({person}));
  return hasAddress ? [{toShop: true}] : [];
}

/** A mail becomes one row for each who gets it. */
export function mailRows(
  sources: Sources,
  message: Omit<MailMessage, 'kind' | 'to' | 'personId'>,
  receivers: readonly MailTo[],
): OutboxRow[] {
  const {template, orderId, registrationId, shopId, roomId, data, once} = message;
  return receivers.map(receiver => {
    const payload: MailPayload = {template, ...receiver, ...(data && {data})};
    return {
      ...newRow(sources, 'mail', payload),
      ...(once !== undefined && {
        id: [orderId ?? registrationId ?? shopId, once, receiver.person].filter(Boolean).join('.'),
      }),
      shop_id: shopId ?? null,
      order_id: orderId ?? null,
      registration_id: registrationId ?? null,
      room_id: roomId ?? null,
    };
  });
}

/** A webhook becomes one row for each endpoint, with the same body. */
export function webhookRows(
  sources: Sources,
  {event, order}: {event: WebhookEvent; order: OrderRow},
  endpoints: readonly string[],
): OutboxRow[] {
  if (endpoints.length === 0) return [];
  const payload: WebhookPayload = {event, body: webhookBody(event, order, sources.clock.now())};
  return endpoints.map(endpoint => ({
    ...newRow(sources, 'webhook', payload),
    shop_id: order.shop_id,
    order_id: order.id,
    registration_id: null,
    room_id: null,
    endpoint_id: endpoint,
  }));
}

/** A row that is due at once, without what it is about. */
export function newRow({clock, chance}: Sources, kind: OutboxKind, payload: object) {
  const now = clock.now().getTime();
  return {
    id: uuid7(clock, chance),
    kind,
    endpoint_id: null,
    payload: JSON.stringify(payload),
    attempts: 0,
    due_at: now,
    status: 'waiting',
    last_error: null,
    created_at: now,
    sent_at: null,
  };
}
