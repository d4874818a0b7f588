import type {Kysely} from 'kysely';
import type {Tables} from '../database/tables.js';

/** The mails of the hub; what each says is in `mail/templates`. */
export const MAIL_TEMPLATES = [
  'order-received',
  'order-accepted',
  'order-ready',
  'order-refused',
  'order-cancelled',
  'order-expired',
  'order-withdrawn',
  'order-alarm',
  'sign-in',
  'webhook-failed',
  'chat-unread',
  'chat-transcript',
  'chat-report',
  'chat-report-received',
  'chat-report-decided',
  'chat-answer',
  'chat-refused',
  'registration-confirmed',
  'registration-waiting',
  'registration-moved-up',
  'registration-cancelled',
  'registration-changed',
  'registration-reminder',
  'date-cancelled',
  'date-restored',
  'calendar-deleted',
  'proposal-confirm',
  'proposal-received',
  'proposal-accepted',
  'proposal-rejected',
] as const;
export type MailTemplate = (typeof MAIL_TEMPLATES)[number];

/** What webhooks tell of: the `type` of their payload (Standard Webhooks 1.0). */
export const WEBHOOK_EVENTS = [
  'order.received',
  'order.accepted',
  'order.ready',
  'order.collected',
  'order.refused',
  'order.cancelled',
  'order.expired',
  'order.no-show',
  'order.arrived',
  'order.withdrawn',
  'order.paid',
  'order.refunded',
  'order.erased',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** Why the people of a shop get an `order-alarm`; `half-way` and `last-call` of the time to accept it. */
export type AlarmReason = 'received' | 'half-way' | 'last-call' | 'cancelled' | 'withdrawn';

/**
 * What only the writer of a message knows. It leaves the outbox with the message, because it may hold
 * a secret link or what a person typed.
 */
export interface MailData {
  /** The customer's page, secret token included; of `sign-in`: the link. */
  url?: string;
  /** Of `order-withdrawn`: who declared it, and when (ISO 8601). */
  name?: string;
  at?: string;
  /** Of `order-alarm`. */
  alarm?: AlarmReason;
  /** Of `sign-in`: the language of the page where it was asked for. */
  language?: 'fr' | 'en';
  /** Of `sign-in`: minutes for which the link is good. */
  minutes?: number;
  /** Of `webhook-failed`: the endpoint, what could not be told it, and its last answer. */
  endpointId?: string;
  event?: string;
  error?: string;
  /** Of `chat-unread` and `chat-answer`: the events that it tells of, after one number and up to another. */
  after?: number;
  upTo?: number;
  /** Of `chat-report` and the like. */
  report?: string;
  /** Of `chat-refused`: why an answer by mail was not taken. */
  refusal?: string;
  /** Of proposals: the event in the calendar. */
  eventId?: string;
  /** Why, in the words of who decided. */
  reason?: string;
  /** Of `calendar-deleted`: what it tells of, which is not there any more when it is sent. */
  gone?: GoneRegistration;
}

/** A registration, or a proposal, that went with its calendar. */
export interface GoneRegistration {
  kind: 'registration' | 'proposal';
  /** Who signed up, or proposed. */
  name: string;
  event: string;
  /** When it was to be, in words. */
  when: string;
  calendar: string;
  /** Who made it, and how to reach them. */
  organizer?: string;
  /** The cancelled date for the reader's own calendar (RFC 5545). */
  file?: string;
}

export interface MailMessage {
  kind: 'mail';
  template: MailTemplate;
  orderId?: string;
  /** Of a date in a calendar; who signed up gets it. */
  registrationId?: string;
  /** Needed where there is no order. */
  shopId?: string;
  /** The room that it tells of: erased with it. */
  roomId?: string;
  /** One person of the shop, instead of all of them. */
  personId?: string | undefined;
  /**
   * One address. When absent: the order's customer; for `order-alarm`, `webhook-failed`, `chat-unread` and
   * `chat-report` the people of the shop, one mail each, or the shop's own address while it has no people.
   */
  to?: string;
  data?: MailData;
  /** Names the message among those of its order, registration or shop: it is written once, however often it is asked for. */
  once?: string;
}

/** One delivery to each enabled endpoint of the order's shop. */
export interface WebhookMessage {
  kind: 'webhook';
  event: WebhookEvent;
  orderId: string;
}

export type OutboxMessage = MailMessage | WebhookMessage;

/** A transaction, or the database itself where no other write belongs to the message. */
export type Writer = Kysely<Tables>;
