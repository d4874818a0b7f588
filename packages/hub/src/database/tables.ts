import type {Generated} from 'kysely';
import type {BridgeTables} from './bridge-tables.js';
import type {ChatTables} from './chat-tables.js';
import type {EventTables} from './event-tables.js';

/**
 * The tables, the same in SQLite and PostgreSQL. Instants are integer milliseconds since 1970 (bigint),
 * money is integer cents, what has a schema in the model is JSON text, identifiers of rows that people may
 * meet are UUID version 7 made by the hub, and secrets are kept as SHA-256 only. Booleans are 0 and 1.
 */
export interface Tables extends ChatTables, BridgeTables, EventTables {
  shops: ShopsTable;
  products: ProductsTable;
  slots: SlotsTable;
  orders: OrdersTable;
  order_events: OrderEventsTable;
  idempotency_keys: IdempotencyKeysTable;
  outbox: OutboxTable;
  payments: PaymentsTable;
  people: PeopleTable;
  memberships: MembershipsTable;
  sessions: SessionsTable;
  sign_in_links: SignInLinksTable;
  passkeys: PasskeysTable;
  passkey_challenges: PasskeyChallengesTable;
  api_tokens: ApiTokensTable;
  webhook_endpoints: WebhookEndpointsTable;
  webhook_attempts: WebhookAttemptsTable;
  retention_runs: RetentionRunsTable;
}

export interface ShopsTable {
  /** The shop's id in addresses. */
  id: string;
  /** `ShopSettings` of the model. */
  settings: string;
  /** Of the catalogue; counts up with each change of it, and is its ETag. */
  catalogue_version: number;
  catalogue_updated_at: number;
  created_at: number;
}

export interface ProductsTable {
  shop_id: string;
  id: string;
  /** Order in the catalogue. */
  position: number;
  /** `Product` of the model, without its stock. */
  details: string;
  /** Pieces left; null when not counted. Never below 0 (CHECK). */
  stock: number | null;
}

/** Made when its first order comes. Primary key: shop, mode, start. */
export interface SlotsTable {
  shop_id: string;
  mode: string;
  starts_at: number;
  ends_at: number;
  /** Null when not limited. */
  capacity_orders: number | null;
  capacity_items: number | null;
  /** Orders in it that were not refused, cancelled or expired. Never above its capacity (CHECK). */
  taken_orders: number;
  taken_items: number;
}

export interface OrdersTable {
  id: string;
  shop_id: string;
  code: string;
  /** SHA-256 of the customer's token, hexadecimal. */
  token_hash: string;
  state: string;
  contract: string;
  mode: string;
  starts_at: number;
  ends_at: number;
  /** Items that it takes of its slot. */
  items: number;
  /** `OrderLine[]` of the model. */
  lines: string;
  delivery_fee: number | null;
  total: number;
  payment_means: string;
  payment_status: string;
  payment_url: string | null;
  /** Personal: the next five are null once erased. `Contact` of the model. */
  contact: string | null;
  note: string | null;
  vehicle: string | null;
  /** `PostalAddress` of the model. */
  address: string | null;
  language: string;
  arrived_at: number | null;
  /** When it expires unless accepted; null once accepted. */
  accept_by: number | null;
  cancel_until: number | null;
  withdraw_until: number | null;
  created_at: number;
  updated_at: number;
  /** When the personal fields were erased. */
  erased_at: number | null;
}

/** What happened to orders, in order: history, and what the desk's stream (SSE) resumes from. */
export interface OrderEventsTable {
  /** Counts up; the `id` of server-sent events. */
  id: Generated<number>;
  order_id: string;
  shop_id: string;
  /** `state`, `arrived`, `payment`, `erased`. */
  kind: string;
  /** The state of the order after it. */
  state: string;
  /** `customer`, `shop`, `hub`. */
  actor: string;
  /** Who of the shop. */
  person_id: string | null;
  reason: string | null;
  at: number;
}

/** Written in the transaction that it guards. Primary key: scope, key. */
export interface IdempotencyKeysTable {
  /** Method, route and shop (`POST /api/shops/fournil/orders`), so that nobody meets another's answer. */
  scope: string;
  key: string;
  /** SHA-256 of the body, as canonical JSON. */
  body_hash: string;
  status: number;
  /** The answer, as JSON text. */
  answer: string;
  created_at: number;
}

/** What must leave the hub once the transaction is written: mails, webhooks, and what a chat sends. */
export interface OutboxTable {
  id: string;
  /** `mail`, `webhook`, `push`, `bridge`. */
  kind: string;
  shop_id: string | null;
  order_id: string | null;
  /** Of a webhook: its endpoint. */
  endpoint_id: string | null;
  /** JSON: what is needed to send it (thin: ids, not personal data, wherever possible). */
  payload: string;
  attempts: number;
  /** When to try (again); null when done or given up. */
  due_at: number | null;
  /** `waiting`, `sent`, `failed`. */
  status: string;
  last_error: string | null;
  created_at: number;
  sent_at: number | null;
  /** The room that it tells of: goes with it. */
  room_id: string | null;
  /** The registration that it tells of: goes with it. */
  registration_id: string | null;
}

export interface PaymentsTable {
  id: string;
  order_id: string;
  shop_id: string;
  /** `mollie`, `stripe`. */
  provider: string;
  /** The provider's own id of it. */
  reference: string;
  amount: number;
  status: string;
  created_at: number;
  updated_at: number;
}

export interface PeopleTable {
  id: string;
  email: string;
  name: string | null;
  language: string;
  created_at: number;
}

/** Primary key: person, shop. An admin of the hub has one row with shop `*`. */
export interface MembershipsTable {
  person_id: string;
  shop_id: string;
  /** `admin`, `merchant`, `clerk`. */
  role: string;
  created_at: number;
}

export interface SessionsTable {
  token_hash: string;
  person_id: string;
  created_at: number;
  expires_at: number;
}

/** Links sent by e-mail, and the first admin's set-up link; good once. */
export interface SignInLinksTable {
  token_hash: string;
  email: string;
  expires_at: number;
  used_at: number | null;
}

export interface PasskeysTable {
  /** base64url, as WebAuthn gives it. */
  credential_id: string;
  person_id: string;
  /** base64url of the COSE key. */
  public_key: string;
  counter: number;
  /** JSON array. */
  transports: string;
  name: string;
  created_at: number;
  last_used_at: number | null;
}

/** What a passkey must sign; good once, for minutes. */
export interface PasskeyChallengesTable {
  /** SHA-256 of the challenge (base64url), hexadecimal. */
  challenge_hash: string;
  /** Who registers a passkey; null when somebody signs in with one. */
  person_id: string | null;
  expires_at: number;
}

export interface ApiTokensTable {
  id: string;
  shop_id: string;
  token_hash: string;
  name: string;
  role: string;
  created_at: number;
  last_used_at: number | null;
  revoked_at: number | null;
}

export interface WebhookEndpointsTable {
  id: string;
  shop_id: string;
  url: string;
  /** `whsec_…` (Standard Webhooks 1.0); the older one stays valid while it is exchanged. */
  secret: string;
  previous_secret: string | null;
  is_enabled: number;
  created_at: number;
}

export interface WebhookAttemptsTable {
  id: Generated<number>;
  outbox_id: string;
  endpoint_id: string;
  at: number;
  /** HTTP status; null when there was no answer. */
  status: number | null;
  error: string | null;
  duration_ms: number;
}

/** The proof that old personal data were erased. */
export interface RetentionRunsTable {
  id: Generated<number>;
  at: number;
  orders_erased: number;
  keys_deleted: number;
  links_deleted: number;
  sessions_deleted: number;
  outbox_deleted: number;
  messages_deleted: Generated<number>;
  rooms_deleted: Generated<number>;
  contributions_deleted: Generated<number>;
  registrations_erased: Generated<number>;
  proposals_erased: Generated<number>;
}
