import assert from 'node:assert/strict';
import {it} from 'node:test';
import type {PlacedRegistration} from '@local-widgets/model/schemas.js';
import {forEachDatabase} from '../support/databases.js';
import {seeded} from '../support/seeded.js';
import {COURSE, COURSE_DATES, eventHub, uuid, type EventHub} from './support/event-hub.js';

const [DATE] = COURSE_DATES;
const SENDERS = 200;

forEachDatabase((_name, open) => {
  const start = async () => {
    const hub = await eventHub(await open());
    const {id} = await hub.write(COURSE);
    return {hub, id};
  };
  /** What the database says of the date, and what its registrations add up to. */
  const sums = async ({context: {db}}: EventHub) => {
    const date = await db.selectFrom('event_dates').selectAll().executeTakeFirstOrThrow();
    const rows = await db.selectFrom('registrations').selectAll().orderBy('position').execute();
    const inState = (state: string) => rows.filter(row => row.state === state);
    const confirmed = inState('confirmed').reduce((sum, {places}) => sum + places, 0);
    return {date, rows, confirmed, waiting: inState('waiting')};
  };

  it(`gives ${SENDERS} people at once ten places, and the others their place in the queue`, async () => {
    const {hub, id} = await start();
    const answers = await Promise.all(
      Array.from({length: SENDERS}, async () => {
        const key = uuid();
        for (;;) {
          const answer = await hub.register(id, DATE, {}, key);
          if (answer.status === 201) return answer;
          // on a slow machine some wait too long, are told so, and ask again as the page does
          assert.equal(answer.status, 503, answer.text);
        }
      }),
    );
    const told = answers.map(({body}) => (body as PlacedRegistration).registration);
    assert.equal(told.filter(({state}) => state === 'confirmed').length, 10);
    const queue = told.flatMap(({position}) => position ?? []).sort((one, other) => one - other);
    assert.deepEqual(
      queue,
      Array.from({length: SENDERS - 10}, (_, at) => at + 1),
    );
    const {date, rows, confirmed, waiting} = await sums(hub);
    assert.deepEqual([date.taken, confirmed, date.waiting, waiting.length], [10, 10, 190, 190]);
    assert.deepEqual(
      rows.map(({position}) => position),
      Array.from({length: SENDERS}, (_, at) => at + 1),
    );
    // those who came first have the places
    assert.ok(rows.slice(0, 10).every(({state}) => state === 'confirmed'));
    const mails = await hub.mails();
    assert.equal(new Set(mails.map(({registration}) => registration)).size, SENDERS);
  });

  it('writes one registration for a request that comes many times at once', async () => {
    const {hub, id} = await start();
    const key = uuid();
    const answers = await Promise.all(
      Array.from({length: 20}, () => hub.register(id, DATE, {places: 4}, key)),
    );
    assert.ok(answers.every(({status}) => status === 200 || status === 201));
    const [first] = answers;
    assert.ok(answers.every(({text}) => text === first!.text));
    const {date, rows} = await sums(hub);
    assert.deepEqual([rows.length, date.taken], [1, 4]);
  });

  it('holds while people sign up, cancel and erase all at once', async () => {
    const {hub, id} = await start();
    const chance = seeded(20261201);
    const tokens: string[] = [];
    const one = async () => {
      for (let turn = 0; turn < 12; turn++) {
        const token = chance() < 0.4 ? tokens.pop() : undefined;
        if (token === undefined) {
          const places = 1 + Math.floor(chance() * 4);
          const {status, body} = await hub.register(id, DATE, {places});
          assert.equal(status, 201);
          tokens.push((body as PlacedRegistration).token!);
        } else if (chance() < 0.5) {
          const url = `/v1/registrations/${token}/cancellation`;
          assert.equal((await hub.ask({method: 'POST', url})).status, 200);
        } else {
          const url = `/v1/registrations/${token}`;
          assert.equal((await hub.ask({method: 'DELETE', url})).status, 204);
        }
      }
    };
    await Promise.all(Array.from({length: 12}, one));
    const {date, confirmed, waiting} = await sums(hub);
    assert.ok(date.taken <= 10);
    assert.deepEqual([date.taken, date.waiting], [confirmed, waiting.length]);
    // whoever is first does not fit; else they would have moved up
    const [head] = waiting;
    if (head) assert.ok(confirmed + head.places > 10);
  });
});
