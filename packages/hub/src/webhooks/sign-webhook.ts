import {createHmac} from 'node:crypto';
import {webhookKey} from './webhook-secret.js';

export interface WebhookToSign {
  /** The same in every attempt: receivers drop what they have had by it. */
  id: string;
  /** When this attempt is made. */
  at: Date;
  /** The very text that is sent. */
  body: string;
  /** `whsec_…`: the current one, and while it is being exchanged the one before it. */
  secrets: readonly string[];
}

export type WebhookHeaders = Record<
  'webhook-id' | 'webhook-timestamp' | 'webhook-signature',
  string
>;

/**
 * The three headers of Standard Webhooks 1.0: HMAC-SHA256 over `id.timestamp.body`, one `v1` signature
 * for each secret. Throws `RangeError` for a secret that is none.
 */
export function signWebhook({id, at, body, secrets}: WebhookToSign): WebhookHeaders {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signatures = secrets.map(secret => {
    const hmac = createHmac('sha256', webhookKey(secret));
    return `v1,${hmac.update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  });
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}
