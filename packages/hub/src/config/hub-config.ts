import type {ChatConfig} from '../chat/options.js';
import type {BridgesConfig} from '../bridges/options.js';
import type {EventsConfig} from '../events/options.js';
import type {MailOptions} from '../mail/mailer.js';
import type {PaymentsOptions} from '../payments/payment-provider.js';
import type {RetentionOptions} from '../retention/options.js';
import type {WebhookOptions} from '../webhooks/options.js';

/** How this hub runs. Read from one JSON file and the environment; see `config-keys.ts` for each key. */
export interface HubConfig {
  /** Folder of the SQLite file, of set-up notes and of mails that have nowhere to go. Absolute. */
  dataFolder: string;
  /** `postgres://…`; SQLite in the data folder when absent. */
  databaseUrl?: string;
  /** Address to listen on; 127.0.0.1 unless told. */
  host: string;
  /** 0 takes any free one. */
  port: number;
  /** Where people reach the hub, without a slash at its end (`https://commandes.example`). */
  publicUrl: string;
  /** Whether `X-Forwarded-For` of a proxy in front is believed. */
  trustsProxy: boolean;
  /** `fatal` to `trace`, or `silent`. */
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** Without `smtp`, mails are written into `dataFolder/mail`. */
  mail: MailOptions;
  payments: PaymentsOptions;
  webhooks: WebhookOptions;
  retention: RetentionOptions;
  limits: LimitsConfig;
  /** Other ways to reach who answers in chats; none unless told. */
  bridges: BridgesConfig;
  chat: ChatConfig;
  events: EventsConfig;
}

export interface LimitsConfig {
  /** Requests a minute and address, of all kinds. */
  requestsPerMinute: number;
  /** Orders a minute, address and shop. */
  ordersPerMinute: number;
  /** Sign-in mails an hour, address. */
  signInsPerHour: number;
}
