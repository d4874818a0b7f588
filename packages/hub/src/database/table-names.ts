import type {Tables} from './tables.js';

/** All tables, each after those that it refers to, with their keys: how rows are copied and compared. */
export const TABLE_KEYS = {
  shops: ['id'],
  products: ['shop_id', 'id'],
  slots: ['shop_id', 'mode', 'starts_at'],
  orders: ['id'],
  order_events: ['id'],
  idempotency_keys: ['scope', 'key'],
  payments: ['id'],
  people: ['id'],
  memberships: ['person_id', 'shop_id'],
  sessions: ['token_hash'],
  sign_in_links: ['token_hash'],
  passkeys: ['credential_id'],
  passkey_challenges: ['challenge_hash'],
  api_tokens: ['id'],
  webhook_endpoints: ['id'],
  visitors: ['id'],
  visitor_keys: ['key_hash'],
  rooms: ['id'],
  room_members: ['room_id', 'visitor_id'],
  visitor_links: ['token_hash'],
  chat_messages: ['room_id', 'id'],
  chat_events: ['room_id', 'seq'],
  chat_images: ['room_id', 'id'],
  chat_challenges: ['challenge'],
  chat_limits: ['key'],
  hub_secrets: ['name'],
  chat_reports: ['id'],
  chat_contributions: ['room_id', 'message_id'],
  chat_audit: ['id'],
  chat_settings: ['shop_id'],
  chat_answers: ['id'],
  push_subscriptions: ['id'],
  desk_lines: ['shop_id', 'process'],
  outbox: ['id'],
  webhook_attempts: ['id'],
  retention_runs: ['id'],
} as const satisfies {readonly [Name in keyof Tables]: readonly (keyof Tables[Name])[]};

export type TableName = keyof Tables;

export const TABLE_NAMES = Object.keys(TABLE_KEYS) as TableName[];
