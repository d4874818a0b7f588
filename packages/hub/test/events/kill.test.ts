import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {it} from 'node:test';
import type {
  EventDocument,
  PlacedRegistration,
  RegistrationRequest,
} from '@local-widgets/model/schemas.js';
import {sha256Hex, systemClock} from '../../src/chance-and-clock.js';
import type {Database} from '../../src/context.js';
import {createCalendar} from '../../src/events/calendars/calendar-store.js';
import {spanColumns} from '../../src/events/desk/write-event.js';
import {forEachDatabase} from '../support/databases.js';
import {addShop} from '../support/fixtures.js';
import {startChild, type HubChild} from '../support/hub-child.js';
import {seeded, wait} from '../support/seeded.js';
import {CALENDAR, COURSE} from './support/event-hub.js';

const ROUNDS = Number(process.env['HUB_KILL_ROUNDS'] ?? 2);
const SENDERS = 8;
const EVENT = '00000000-0000-4000-8000-00000000cafe';
const SETTINGS = {
  events: {limits: {registrationsPerMinute: 1_000_000, proposalsPerHour: 1_000_000}},
};

/** A date in a year, whenever the test runs. */
const YEAR = systemClock.now().getUTCFullYear() + 1;
const DATE = `${YEAR}1201T183000`;

async function addCourse(db: Database): Promise<void> {
  await addShop(db);
  const now = systemClock.now();
  await createCalendar(db, {id: 'agenda', shopId: 'fournil', settings: CALENDAR, now});
  const document: EventDocument = {
    ...COURSE,
    startDate: `${YEAR}-12-01T18:30:00`,
    endDate: `${YEAR}-12-01T20:30:00`,
  };
  const at = now.getTime();
  await db
    .insertInto('calendar_events')
    .values({
      id: EVENT,
      calendar_id: 'agenda',
      state: 'published',
      document: JSON.stringify(document),
      version: 1,
      ...spanColumns(document),
      created_at: at,
      updated_at: at,
      published_at: at,
    })
    .execute();
}

/** Requests under way, and what they were answered. */
class People {
  readonly acknowledged = new Map<string, PlacedRegistration>();
  readonly open = new Set<string>();

  /** Sends until the hub is gone; first what is open, with the same UUID. */
  async signUp(address: string): Promise<void> {
    const again = [...this.open];
    const one = async () => {
      for (;;) {
        const key = again.pop() ?? randomUUID();
        this.open.add(key);
        if (!(await this.#send(address, key))) return;
      }
    };
    await Promise.all(Array.from({length: SENDERS}, one));
  }

  /** Waits until so many more were answered, in the middle of the others. */
  async areTold(count: number): Promise<void> {
    const enough = this.acknowledged.size + count;
    while (this.acknowledged.size < enough) await wait(5);
  }

  async #send(address: string, key: string): Promise<boolean> {
    const request: RegistrationRequest = {
      contact: {name: 'Anne', email: 'anne@example.org'},
      places: 1,
      language: 'fr',
      consent: true,
    };
    let body: unknown;
    try {
      const url = `${address}/v1/events/${EVENT}/occurrences/${DATE}/registrations/${key}`;
      const answer = await fetch(url, {
        method: 'PUT',
        headers: {'content-type': 'application/json'},
        body: JSON.stringify(request),
      });
      body = await answer.json();
      assert.ok(answer.status === 201 || answer.status === 200, JSON.stringify(body));
    } catch (error) {
      if (error instanceof assert.AssertionError) throw error;
      return false;
    }
    this.acknowledged.set(key, body as PlacedRegistration);
    this.open.delete(key);
    return true;
  }
}

async function checkAll(db: Database, people: People): Promise<number> {
  const rows = await db.selectFrom('registrations').selectAll().orderBy('position').execute();
  const keys = new Map(rows.map(row => [row.request_key, row]));
  for (const [key, {registration, token}] of people.acknowledged) {
    const row = keys.get(sha256Hex(key));
    assert.equal(row?.id, registration.id, 'what was acknowledged is there');
    const link = await db
      .selectFrom('event_links')
      .select('registration_id')
      .where('token_hash', '=', sha256Hex(token!))
      .executeTakeFirst();
    assert.equal(link?.registration_id, registration.id, 'and its link opens it');
  }
  const date = await db.selectFrom('event_dates').selectAll().executeTakeFirst();
  const count = (state: string) => rows.filter(row => row.state === state).length;
  assert.deepEqual([date?.taken ?? 0, date?.waiting ?? 0], [count('confirmed'), count('waiting')]);
  assert.ok(count('confirmed') <= 10);
  assert.deepEqual(
    rows.map(({position}) => position),
    rows.map((_row, at) => at + 1),
  );
  const mails = await db
    .selectFrom('outbox')
    .select('registration_id')
    .where('registration_id', 'is not', null)
    .execute();
  assert.equal(mails.length, rows.length, 'each has its mail in the outbox');
  return rows.length;
}

forEachDatabase((name, open) => {
  it(`loses nobody who was told, in ${ROUNDS} rounds of kill -9`, async context => {
    const database = await open();
    await addCourse(database.db);
    const people = new People();
    const chance = seeded(20261128);
    for (let round = 0; round < ROUNDS; round++) {
      const hub: HubChild = await startChild(database, SETTINGS);
      const signingUp = people.signUp(hub.address);
      await people.areTold(1 + Math.floor(chance() * 40));
      await hub.kill();
      await signingUp;
      await checkAll(database.db, people);
    }
    // what was open is asked again, and answered once
    const hub = await startChild(database, SETTINGS);
    const last = people.signUp(hub.address);
    await people.areTold(SENDERS);
    await hub.kill();
    await last;
    const rows = await checkAll(database.db, people);
    const {size} = people.acknowledged;
    assert.ok(size > 0, 'some were told');
    assert.ok(rows - size <= people.open.size, 'who is there had asked');
    context.diagnostic(`${name}: ${ROUNDS} rounds, ${size} told, ${rows} written, 0 lost`);
  });
});
