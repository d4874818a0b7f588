import type {Generated} from 'kysely';

/** The tables of the chat; see `tables.ts` for how values are kept. */
export interface ChatTables {
  visitors: VisitorsTable;
  visitor_keys: VisitorKeysTable;
  visitor_links: VisitorLinksTable;
  rooms: RoomsTable;
  room_members: RoomMembersTable;
  chat_messages: ChatMessagesTable;
  chat_events: ChatEventsTable;
  chat_images: ChatImagesTable;
  chat_challenges: ChatChallengesTable;
  chat_limits: ChatLimitsTable;
  chat_reports: ChatReportsTable;
  chat_contributions: ChatContributionsTable;
  chat_audit: ChatAuditTable;
  chat_settings: ChatSettingsTable;
  chat_answers: ChatAnswersTable;
  push_subscriptions: PushSubscriptionsTable;
  desk_lines: DeskLinesTable;
  hub_secrets: HubSecretsTable;
}

/** Somebody who writes from a page: known by secrets alone. */
export interface VisitorsTable {
  /** Told to nobody: each room has another id for the same person. */
  id: string;
  created_at: number;
}

/** The secrets that open a visitor, one a device. */
export interface VisitorKeysTable {
  /** SHA-256 of the secret, hexadecimal. */
  key_hash: string;
  visitor_id: string;
  created_at: number;
}

/** Opens a visitor on another device, once. */
export interface VisitorLinksTable {
  token_hash: string;
  visitor_id: string;
  /** The room that is shown there. */
  room_id: string;
  expires_at: number;
  /** Hash of the secret that it was used for. */
  used_by: string | null;
}

export interface RoomsTable {
  /** `RoomId` of the model. */
  id: string;
  shop_id: string;
  /** `conversation`, `public`. */
  kind: string;
  /** `open`, `ended`. */
  state: string;
  language: string;
  /** Of a conversation; null once erased. */
  visitor_id: string | null;
  /** `RoomSettings` of a public room. */
  settings: string | null;
  /** `VisitorContact` of a conversation. Personal, like the next two: null once erased. */
  contact: string | null;
  page: string | null;
  order_id: string | null;
  /** Person of the shop who takes care of it. */
  assignee_id: string | null;
  is_blocked: number;
  /** Number of the last event. Counts up under the lock of this row, in the event's transaction. */
  last_seq: number;
  /** Number of the oldest event that is kept; `last_seq + 1` when none is. */
  first_seq: number;
  /** Up to which event the visitor, or somebody of the shop, has read it and has it on a device. */
  visitor_read: number;
  visitor_delivered: number;
  shop_read: number;
  shop_delivered: number;
  /** When the visitor wrote what nobody has answered yet. */
  waiting_since: number | null;
  /** When a mail tells the shop, unless somebody reads it before. */
  mail_due_at: number | null;
  /** Number of the last event that such a mail told of. */
  mailed_seq: number;
  /** Of the last message; the order of the desk's list, and of nothing else. */
  last_at: number;
  created_at: number;
  erased_at: number | null;
}

/** Primary key: room, visitor. */
export interface RoomMembersTable {
  room_id: string;
  visitor_id: string;
  /** `ChatAuthor.id` in this room. */
  author_id: string;
  name: string | null;
  /** The name as it is compared: no two of a room are the same. Null in a conversation. */
  name_key: string | null;
  /** Version of the rules (`RoomSettings.rulesVersion`). */
  accepted_rules: string | null;
  /** Of a public room, where marks are no events. */
  read_seq: number;
  /** Messages that were shown; counted in public rooms only. */
  messages: number;
  last_message_at: number | null;
  /** SHA-256 of the last text, to know it when it comes again. */
  last_text_hash: string | null;
  /** Each message is held: joined from where somebody else is banned. */
  is_watched: number;
  /** Keyed hash of the address (IPv4, or the /64 of IPv6) at joining. */
  address_key: string | null;
  /** Milliseconds since 1970; a ban without end is very late. */
  banned_until: number | null;
  ban_reason: string | null;
  joined_at: number;
}

/** Primary key: room, id. Events name them, so that erasing a text erases it everywhere. */
export interface ChatMessagesTable {
  room_id: string;
  /** Made by whoever sent it. */
  id: string;
  /** Number of the event that showed or held it first. */
  seq: number;
  author_id: string;
  /** `visitor`, `shop`, `hub`. */
  role: string;
  /** What the author was called then. */
  name: string | null;
  visitor_id: string | null;
  person_id: string | null;
  /** `ChatVia` of the model. */
  via: string;
  /** Null when deleted, or an image alone. */
  text: string | null;
  /** `ChatImage` of the model. */
  image: string | null;
  /** SHA-256 of what was sent, to tell the same message from another one; null when deleted. */
  body_hash: string | null;
  /** `shown`, `held`, `deleted`. */
  state: string;
  at: number;
}

/** The logs of the rooms. Primary key: room, number. */
export interface ChatEventsTable {
  room_id: string;
  seq: number;
  at: number;
  /** `ChatEvent.kind` of the model. */
  kind: string;
  /** Of `message`, `held`, `approved`, `deleted`. */
  message_id: string | null;
  /** JSON: the other members of the event. */
  data: string | null;
}

/** Primary key: room, id. */
export interface ChatImagesTable {
  room_id: string;
  id: string;
  author_id: string;
  visitor_id: string | null;
  /** `image/jpeg`, `image/png`, `image/webp`. */
  type: string;
  width: number;
  height: number;
  /** The picture without its metadata: text, so that both engines and all backups keep it alike. */
  base64: string;
  /** SHA-256 of what was sent. */
  sent_hash: string;
  /** Null until a message shows it. */
  message_id: string | null;
  created_at: number;
}

/** Challenges that were used, until they expire. */
export interface ChatChallengesTable {
  challenge: string;
  expires_at: number;
}

/** Limits that hold for all processes together. */
export interface ChatLimitsTable {
  /** What is limited, and a keyed hash of whom. */
  key: string;
  /** When all that was done has been paid for (GCRA, ITU-T I.371). */
  free_at: number;
}

/** Notices (regulation (EU) 2022/2065, art. 16) and what was decided. */
export interface ChatReportsTable {
  id: string;
  shop_id: string;
  room_id: string;
  message_id: string;
  visitor_id: string | null;
  reason: string;
  explanation: string | null;
  name: string | null;
  email: string | null;
  language: string;
  received_at: number;
  /** `open`, `kept`, `removed`. */
  state: string;
  decision_reason: string | null;
  decided_by: string | null;
  decided_at: number | null;
}

/**
 * Who contributed what from where, for a court alone (LCEN, art. 6; decree 2021-1362): no route and no
 * page shows it, and it is kept for a year whatever becomes of the messages. Primary key: room, message.
 */
export interface ChatContributionsTable {
  room_id: string;
  message_id: string;
  shop_id: string;
  visitor_id: string;
  address: string;
  port: number | null;
  at: number;
}

/** What moderators and clerks did. */
export interface ChatAuditTable {
  id: Generated<number>;
  shop_id: string;
  room_id: string | null;
  /** Null for a program with a token. */
  person_id: string | null;
  action: string;
  /** Id of the message, report or author. */
  subject: string | null;
  reason: string | null;
  at: number;
}

export interface ChatSettingsTable {
  shop_id: string;
  /** `ChatSettings` of the model. */
  settings: string;
  updated_at: number;
}

/** How long answers took that came while somebody was to be there. */
export interface ChatAnswersTable {
  id: Generated<number>;
  shop_id: string;
  minutes: number;
  at: number;
}

/** Browsers of people of shops that want to be told (RFC 8030). */
export interface PushSubscriptionsTable {
  /** SHA-256 of the endpoint. */
  id: string;
  person_id: string;
  endpoint: string;
  /** base64url, as the Push API gives them (RFC 8291). */
  public_key: string;
  auth_secret: string;
  language: string;
  created_at: number;
}

/** Which processes have a desk of a shop on the line. Primary key: shop, process. */
export interface DeskLinesTable {
  shop_id: string;
  process: string;
  seen_at: number;
}

/** Secrets that all processes of a hub share. */
export interface HubSecretsTable {
  name: string;
  value: string;
}
