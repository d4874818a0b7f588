import type {PaymentStatus} from '@local-widgets/model/schemas.js';

/** What a provider needs to know of an order; never the customer's name or address. */
export interface PayableOrder {
  id: string;
  /** Shop and code, as the customer reads it on the statement: `Le Fournil, commande K7PM`. */
  description: string;
  /** Cents of a euro. */
  amount: number;
  language: 'fr' | 'en';
}

export interface PaymentUrls {
  /** Where the customer comes back to, whatever happened. */
  return: string;
  /** Where the provider tells of changes; absent where it cannot reach the hub. */
  webhook?: string;
}

export interface StartedPayment {
  /** The provider's own id. */
  reference: string;
  /** The provider's page on which the customer pays. */
  url: string;
}

export interface PaymentState {
  status: PaymentStatus;
  /** Cents that were paid or, when nothing was, asked for. */
  amount: number;
  currency: string;
}

/** A webhook as it arrived. The body is text: signatures are made over its very bytes. */
export interface PaymentWebhook {
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: string;
}

/** One shop's account with a provider. The money goes there directly; the hub never holds it. */
export interface PaymentProvider {
  readonly name: PaymentProviderName;
  /** `key` makes the call repeatable: the same key gives the same payment. */
  createPayment(order: PayableOrder, urls: PaymentUrls, key: string): Promise<StartedPayment>;
  readPayment(reference: string): Promise<PaymentState>;
  /**
   * The reference that the webhook is about; `undefined` when it is about something else.
   * Throws `PaymentError` (`refused`) when it is not the provider's.
   */
  verifyWebhook(webhook: PaymentWebhook): string | undefined;
  /** Gives the whole amount back. Safe to repeat with the same key. */
  refund(reference: string, amount: number, key: string): Promise<void>;
}

export type PaymentProviderName = 'mollie' | 'stripe';

/**
 * `unreachable`: no answer, or one that says to try again; `refused`: the provider says no;
 * `unknown`: it knows no such payment; `broken`: an answer that does not follow its API.
 */
export class PaymentError extends Error {
  override name = 'PaymentError';

  constructor(
    readonly code: 'unreachable' | 'refused' | 'unknown' | 'broken',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The `payments` part of the hub's configuration: the shops' own accounts, by id of the shop. */
export type PaymentsOptions = Readonly<Record<string, PaymentAccount>>;

export type PaymentAccount =
  | {provider: 'mollie'; apiKey: string; baseUrl?: string}
  | {provider: 'stripe'; secretKey: string; webhookSecret: string; baseUrl?: string};
