/** What somebody has of each of their rooms: the number of the last event. */
export type RoomCursor = ReadonlyMap<string, number>;

const ENTRY = /^([a-z0-9]+(?:-[a-z0-9]+)*):(\d{1,15})$/;

/**
 * The `id` of the stream's events and the `after` of a long poll: `halles:12,0197…:3`. One stream tells
 * of all rooms of a person, and each room counts for itself.
 */
export function writeCursor(cursor: RoomCursor): string {
  return [...cursor].map(([room, seq]) => `${room}:${seq}`).join(',');
}

/** Reads what `writeCursor` wrote; entries that are none are left out, whatever was sent. */
export function readCursor(text: string): Map<string, number> {
  const cursor = new Map<string, number>();
  for (const entry of text.split(',')) {
    const [, room, seq] = ENTRY.exec(entry) ?? [];
    if (room !== undefined) cursor.set(room, Number(seq));
  }
  return cursor;
}
