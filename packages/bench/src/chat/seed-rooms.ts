import {createHash, randomBytes, randomUUID} from 'node:crypto';
import {join} from 'node:path';
import Sqlite from 'better-sqlite3';
import type {RoomSettings} from '@local-widgets/model/schemas.js';
import {SHOP_ID} from '../hub/shop.js';
import type {TownSize} from './town.js';

const RULES: RoomSettings = {
  name: 'La place',
  isOpen: true,
  rules: 'Soyons courtois.',
  rulesVersion: '2026-01-01',
  slowSeconds: 0,
  isPremoderated: false,
  retentionDays: 30,
};

/** Their secrets: visitor `at` is in room `at % rooms`, named `roomName(at % rooms)`. */
export const roomName = (room: number): string => `place-${room}`;

/** Writes rooms with their members into a hub's file: joining is not what is measured. */
export function seedRooms(folder: string, {rooms, visitors}: TownSize): string[] {
  const db = new Sqlite(join(folder, 'hub.sqlite'));
  const now = Date.now();
  const insert = (table: string, row: Record<string, unknown>): void => {
    const names = Object.keys(row);
    const marks = names.map(() => '?').join(', ');
    db.prepare(`insert into ${table} (${names.join(', ')}) values (${marks})`).run(
      ...Object.values(row),
    );
  };
  const seed = db.transaction(() => {
    for (let room = 0; room < rooms; room++) {
      insert('rooms', {
        id: roomName(room),
        shop_id: SHOP_ID,
        kind: 'public',
        state: 'open',
        language: 'fr',
        settings: JSON.stringify(RULES),
        last_at: now,
        created_at: now,
      });
    }
    return Array.from({length: rooms * visitors}, (_, at) => {
      const id = randomUUID();
      const secret = randomBytes(32).toString('base64url');
      const keyHash = createHash('sha256').update(secret).digest('hex');
      insert('visitors', {id, created_at: now});
      insert('visitor_keys', {key_hash: keyHash, visitor_id: id, created_at: now});
      insert('room_members', {
        room_id: roomName(at % rooms),
        visitor_id: id,
        author_id: randomUUID(),
        name: `Voisine ${at}`,
        name_key: `voisine ${at}`,
        accepted_rules: RULES.rulesVersion,
        joined_at: now,
      });
      return secret;
    });
  });
  const secrets = seed();
  db.close();
  return secrets;
}
