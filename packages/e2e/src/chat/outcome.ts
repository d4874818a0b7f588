import assert from 'node:assert/strict';
import {setTimeout as wait} from 'node:timers/promises';
import type {Database} from '../../../hub/src/context.js';
import type {Device, SentText} from './device.js';

/** Messages that devices still keep because no hub has answered for them. */
export function waitingOf(devices: readonly Device[]): number {
  const rooms = devices.flatMap(({client}) => [...client.rooms.values()]);
  return rooms.reduce((sum, {outbox}) => sum + outbox.messages.length, 0);
}

/** Waits until every device has sent everything and has every room up to its last event. */
export async function arrival(
  db: Database,
  devices: readonly Device[],
  patience: number,
): Promise<void> {
  const deadline = performance.now() + patience;
  for (;;) {
    const open = waitingOf(devices) > 0 ? ['messages on their way'] : await behind(db, devices);
    if (open.length === 0) return;
    if (performance.now() > deadline) assert.fail(`After ${patience} ms still: ${open.join(', ')}`);
    await wait(50);
  }
}

async function behind(db: Database, devices: readonly Device[]): Promise<string[]> {
  const rows = await db.selectFrom('rooms').select(['id', 'last_seq']).execute();
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-conversion -- PostgreSQL gives bigint as text
  const last = new Map(rows.map(({id, last_seq}) => [id, Number(last_seq)]));
  return devices.flatMap(({name, client}) =>
    [...client.rooms.values()]
      .filter(({id, log}) => log?.lastSeq !== last.get(id))
      .map(({id, log}) => `${name} has ${log?.lastSeq} of ${last.get(id)} events of ${id}`),
  );
}

/**
 * Every message stands in the hub once, each sender's in the order in which they were written, and each
 * device shows exactly what the hub has.
 */
export async function compare(
  db: Database,
  devices: readonly Device[],
  sent: readonly SentText[][],
): Promise<void> {
  const rows = await db
    .selectFrom('chat_messages')
    .select(['room_id', 'id', 'text', 'seq'])
    .orderBy('seq')
    .execute();
  const byRoom = grouped(rows, ({room_id}) => room_id);

  const all = sent.flat();
  assert.equal(rows.length, all.length, 'as many messages as were written');
  assert.deepEqual(rows.map(({id}) => id).sort(), all.map(({id}) => id).sort());
  for (const bySender of sent) {
    for (const [room, messages] of grouped(bySender, ({room}) => room)) {
      const ids = new Set(messages.map(({id}) => id));
      const kept = byRoom.get(room)!.filter(({id}) => ids.has(id));
      assert.deepEqual(
        kept.map(({id, text}) => ({id, text})),
        messages.map(({id, text}) => ({id, text})),
        'the order in which they were written',
      );
    }
  }

  const events = await db
    .selectFrom('chat_events')
    .select(['room_id', 'seq'])
    .orderBy('seq')
    .execute();
  for (const [room, log] of grouped(events, ({room_id}) => room_id)) {
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-conversion -- PostgreSQL gives bigint as text
    const numbers = log.map(({seq}) => Number(seq));
    assert.deepEqual(
      numbers,
      numbers.map((_, at) => at + 1),
      `no gap in ${room}`,
    );
  }

  for (const {name, client} of devices) {
    for (const room of client.rooms.values()) {
      while (room.hasOlder) await room.older().catch(() => wait(50));
      assert.deepEqual(
        room.messages.map(({id, text}) => ({id, text})),
        byRoom.get(room.id)!.map(({id, text}) => ({id, text})),
        `what ${name} shows of ${room.id}`,
      );
    }
  }
}

function grouped<T>(all: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return groups;
}
