import assert from 'node:assert/strict';
import {createHash, randomUUID} from 'node:crypto';
import {describe, it} from 'node:test';
import type {Challenge, ProofOfWork} from '@local-widgets/model/schemas.js';
import {fold, hasLink, hasWord} from '../../src/chat/abuse/fold.js';
import {limitOf, MemoryLimits} from '../../src/chat/abuse/limits.js';
import {forEachDatabase} from '../support/databases.js';
import {testChance, testClock} from '../support/fixtures.js';
import {chatConfig} from './support/chat-hub.js';
import {chatHub, clerk, publicRoom, ROOM, solve, Visitor} from './support/guests.js';

const WORK = 200;
const BEGIN = {shop: 'fournil', language: 'fr', consent: true};

forEachDatabase((_name, open) => {
  const start = async () => {
    const clock = testClock();
    const database = await open();
    const config = {chat: chatConfig({proofWork: WORK})};
    const hub = await chatHub(database, {clock, config});
    const challenge = async () =>
      (await hub.ask({method: 'POST', url: '/v1/challenges'})).body as Challenge;
    const begin = (proof?: ProofOfWork, visitor = new Visitor(hub), room: string = randomUUID()) =>
      visitor.ask('PUT', `/v1/rooms/${room}`, {...BEGIN, ...(proof && {proof})});
    return {clock, database, config, hub, challenge, begin};
  };

  it('needs a proof for a new conversation, once', async () => {
    const {hub, challenge, begin} = await start();
    const visitor = new Visitor(hub);
    const room = randomUUID();
    const bare = await begin(undefined, visitor, room);
    assert.deepEqual([bare.status, bare.body.code], [403, 'proof-needed']);
    const given = await challenge();
    assert.equal(given.maxnumber, WORK);
    const proof = solve(given);
    assert.equal((await begin(proof, visitor, room)).status, 201);
    // the answer was lost: the same request again is the same conversation
    assert.equal((await begin(proof, visitor, room)).status, 200);
    assert.equal((await begin(undefined, visitor, room)).status, 200);
    assert.equal((await visitor.say(room, 'Bonjour')).status, 201);
  });

  it('refuses a proof that was used, by whatever process', async () => {
    const {database, config, hub, challenge, begin} = await start();
    const proof = solve(await challenge());
    assert.equal((await begin(proof)).status, 201);
    assert.equal((await begin(proof)).body.code, 'proof-refused');
    const {testHub} = await import('../support/test-hub.js');
    const other = await testHub(database, {shop: null, config, chance: testChance(2)});
    assert.equal((await begin(proof, new Visitor(other))).body.code, 'proof-refused');
    const fresh = solve(
      (await other.ask({method: 'POST', url: '/v1/challenges'})).body as Challenge,
    );
    assert.equal((await begin(fresh, new Visitor(hub))).status, 201, 'they share their secret');
  });

  it('gives a proof back when nothing was begun with it', async () => {
    const {database, challenge, begin} = await start();
    const proof = solve(await challenge());
    await database.db.updateTable('chat_settings').set({settings: '{"isEnabled":false}'}).execute();
    assert.equal((await begin(proof)).body.code, 'room-closed');
    await database.db.updateTable('chat_settings').set({settings: '{"isEnabled":true}'}).execute();
    assert.equal((await begin(proof)).status, 201);
  });

  it('refuses a proof that expired, was made up or moved its digits', async () => {
    const {clock, challenge, begin} = await start();
    const late = solve(await challenge());
    clock.pass(10);
    assert.equal((await begin(late)).body.code, 'proof-refused');

    const good = solve(await challenge());
    const salt = good.salt.replace(/expires=\d+/, 'expires=9999999999');
    const own = createHash('sha256').update(`${salt}7`).digest('hex');
    const [, expires = ''] = /expires=(\d+)/.exec(good.salt) ?? [];
    const number = `${good.number}`;
    const moved = {
      ...good,
      salt: good.salt.replace('&', number.slice(0, 1)),
      number: Number(number.slice(1) || 0),
    };
    for (const [proof, what] of [
      [{...good, challenge: own, salt, number: 7}, 'made up'],
      [{...good, number: good.number + 1}, 'not solved'],
      [{...good, salt}, 'another end'],
      [{...good, signature: '0'.repeat(64)}, 'not signed'],
      [moved, `digits of the number behind ${expires}`],
    ] as const) {
      assert.equal((await begin(proof)).body.code, 'proof-refused', what);
    }
    assert.equal((await begin(good)).status, 201);
  });

  it('asks more work of who asks often, and refuses at last', async () => {
    const {clock, challenge, hub} = await start();
    const works: number[] = [];
    for (let times = 0; times < 60; times++) works.push((await challenge()).maxnumber);
    assert.equal(works[0], WORK);
    assert.ok(works.at(-1)! > 8 * WORK, `${works.at(-1)}`);
    const refused = await hub.ask({method: 'POST', url: '/v1/challenges'});
    assert.equal(refused.status, 429);
    assert.ok(Number(refused.headers['retry-after']) >= 1);
    clock.pass(60);
    assert.equal((await challenge()).maxnumber, WORK);
  });

  it('counts conversations of an address for all processes', async () => {
    const database = await open();
    const config = {chat: chatConfig({limits: {conversationsPerHour: 8}})};
    const one = await chatHub(database, {config});
    const {testHub} = await import('../support/test-hub.js');
    const two = await testHub(database, {shop: null, config, chance: testChance(2)});
    const begin = (hub: typeof one) =>
      new Visitor(hub).ask('PUT', `/v1/rooms/${randomUUID()}`, BEGIN);
    assert.equal((await begin(one)).status, 201);
    assert.equal((await begin(two)).status, 201);
    const {status, body, headers} = await begin(one);
    assert.deepEqual([status, body.code], [429, 'too-many-requests']);
    assert.equal(Number(headers['retry-after']), 450);
    const rows = await database.db.selectFrom('chat_limits').select('key').execute();
    assert.equal(rows.length, 1);
    assert.doesNotMatch(rows[0]!.key, /127\.0/);
  });

  it('slows down who writes too fast, and still answers what is there', async () => {
    const clock = testClock();
    const config = {chat: chatConfig({limits: {messagesPerMinute: 12}})};
    const hub = await chatHub(await open(), {clock, config});
    const visitor = new Visitor(hub);
    const room = await visitor.begin();
    const id = randomUUID();
    assert.equal((await visitor.say(room, 'un', id)).status, 201);
    assert.equal((await visitor.say(room, 'deux')).status, 201);
    assert.equal((await visitor.say(room, 'trois')).status, 201);
    const {status, headers} = await visitor.say(room, 'quatre');
    assert.deepEqual([status, headers['retry-after']], [429, '5']);
    assert.equal((await visitor.say(room, 'un', id)).status, 200);
    assert.equal((await (await clerk(hub)).say(room, 'Doucement')).status, 201);
    clock.pass(0.1);
    assert.equal((await visitor.say(room, 'quatre')).status, 201);
  });

  it('asks strangers for proofs where an address writes much', async () => {
    const clock = testClock();
    const limits = {messagesPerMinuteOfAddress: 40};
    const config = {chat: chatConfig({proofWork: WORK, limits})};
    const hub = await chatHub(await open(), {clock, config});
    await publicRoom(hub);
    const challenge = async () =>
      solve((await hub.ask({method: 'POST', url: '/v1/challenges'})).body as Challenge);
    const joined = async (nickname: string) => {
      const visitor = new Visitor(hub);
      const join = {nickname, acceptsRules: ROOM.rulesVersion};
      assert.equal((await visitor.join('halles', nickname)).body.code, 'proof-needed');
      const proof = await challenge();
      await visitor.must('PUT', '/v1/rooms/halles/members/me', {...join, proof});
      return visitor;
    };
    const known = await joined('Ancienne');
    clock.pass(2 * 1440);
    const stranger = await joined('Nouveau');
    for (let at = 0; at < 5; at++)
      assert.equal((await stranger.say('halles', `${at}`)).status, 201);
    const asked = await stranger.say('halles', 'encore');
    assert.equal(asked.body.code, 'proof-needed');
    assert.equal((await known.say('halles', 'Bonjour')).status, 201);
    const url = `/v1/rooms/halles/messages/${randomUUID()}`;
    const proof = await challenge();
    assert.equal((await stranger.ask('PUT', url, {text: 'encore', proof})).status, 201);
    assert.equal((await stranger.ask('PUT', url, {text: 'encore'})).status, 200);
  });
});

describe('text as it is compared', () => {
  it('has no accents, case and decoration', () => {
    assert.equal(fold('Ça, c’est… ÉTÉ !'), 'ca c est ete');
    assert.equal(fold('ⓒⓡé\u200bⓣⓘⓝ'), 'cretin');
    assert.equal(fold('ﬁn'), 'fin');
  });

  it('knows words and phrases as a whole', () => {
    assert.ok(hasWord('Quel CRÉTIN.', ['cretin']));
    assert.ok(hasWord('gros   mot', ['gros mot']));
    assert.ok(!hasWord('crétinisme', ['crétin']));
    assert.ok(!hasWord('tout', ['', '…']));
  });

  it('knows links, and sentences without a space after their end', () => {
    for (const text of [
      'https://a.example',
      'voir www.mairie.bzh',
      'velo-pas-cher.shop !',
      'HTTP://X',
    ]) {
      assert.ok(hasLink(text), text);
    }
    for (const text of ['Bonjour.Merci', 'à 10.30 h', 'et.voilà', 'courrier']) {
      assert.ok(!hasLink(text), text);
    }
  });
});

describe('limits in memory', () => {
  it('let a burst pass, then one at a time, and forget what is over', () => {
    const clock = testClock();
    const limits = new MemoryLimits(clock);
    const limit = limitOf(60, 'minute', 0.05);
    assert.deepEqual(limit, {interval: 1000, burst: 3});
    assert.deepEqual(
      [1, 2, 3].map(() => limits.take('a', limit)),
      [0, 0, 0],
    );
    assert.equal(limits.load('a', limit), 1);
    assert.equal(limits.take('a', limit), 1000);
    assert.equal(limits.take('b', limit), 0);
    clock.pass(1 / 60);
    assert.deepEqual([limits.take('a', limit), limits.take('a', limit)], [0, 1000]);
    for (let at = 0; at < 60_000; at++) limits.take(`k${at}`, limit);
    clock.pass(1);
    assert.equal(limits.load('a', limit), 0);
  });
});
