/** The tables of the bridges; see `tables.ts` for how values are kept. */
export interface BridgeTables {
  leases: LeasesTable;
  bridge_states: BridgeStatesTable;
  bridge_cursors: BridgeCursorsTable;
  bridge_rooms: BridgeRoomsTable;
  bridge_messages: BridgeMessagesTable;
}

/** What one process does for all. */
export interface LeasesTable {
  name: string;
  /** Which process. */
  holder: string;
  /** Until when nobody else takes it. */
  until: number;
}

/** How each bridge is, as told by who runs it. */
export interface BridgeStatesTable {
  /** `mail`, `visitor-mail`, `xmpp`, `matrix`. */
  bridge: string;
  /** `up`, `down`. */
  state: string;
  /** Since when it is so. */
  since: number;
  /** Why it is down, in a sentence without personal data. */
  fault: string | null;
}

/** What has left by which bridge, room by room. Primary key: bridge, room. */
export interface BridgeCursorsTable {
  bridge: string;
  room_id: string;
  /** Of who answered then; another address begins anew. */
  address: string;
  /** Number of the last event that is done with. */
  seq: number;
  /** Times in a row that the next one could not be delivered. */
  tries: number;
  /** When to look again: after a failure, or when a mail is due. Null for at once. */
  due_at: number | null;
  fault: string | null;
}

/** What conversations are called elsewhere. Primary key: bridge, room. */
export interface BridgeRoomsTable {
  bridge: string;
  room_id: string;
  /** The local part of a JID, the id of a Matrix room. Once in each bridge. */
  remote_id: string;
  /** JSON: what a bridge notes about it. */
  data: string | null;
}

/** What messages are called elsewhere. Primary key: bridge, remote id. */
export interface BridgeMessagesTable {
  bridge: string;
  /** Message-ID of a mail, id of a stanza, id of a Matrix event or transaction. */
  remote_id: string;
  /** Null of what is no message. */
  room_id: string | null;
  message_id: string | null;
  /** `in`, `out`. */
  direction: string;
  /** JSON: what a bridge notes about it. */
  data: string | null;
  at: number;
}
