import type {HubContext} from '../context.js';
import {createMailer} from '../mail/create-mailer.js';
import type {Mailer} from '../mail/mailer.js';
import {postWebhook, type WebhookAnswer, type WebhookCall} from '../webhooks/post-webhook.js';

/** What takes messages out of the hub. */
export interface Carriers {
  mailer: Mailer;
  /** Rejects when there was no answer. */
  post(call: WebhookCall): Promise<WebhookAnswer>;
  close(): void;
}

/** Carriers as the configuration wants them. */
export function createCarriers(context: Pick<HubContext, 'config' | 'clock' | 'log'>): Carriers {
  const mailer = createMailer(context);
  const ending = new AbortController();
  const options = {...context.config.webhooks, signal: ending.signal};
  return {
    mailer,
    post: call => postWebhook(call, options),
    close() {
      ending.abort();
      mailer.close();
    },
  };
}
