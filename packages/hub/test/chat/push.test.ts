import assert from 'node:assert/strict';
import {createDecipheriv, createECDH, createHmac, createPublicKey, verify} from 'node:crypto';
import {describe, it} from 'node:test';
import type {Chance} from '../../src/chance-and-clock.js';
import {arePushKeys, encryptPush} from '../../src/chat/push/encrypt.js';
import {newVapidSecret, vapidAuthorization, vapidKeys} from '../../src/chat/push/vapid.js';
import type {Carriers} from '../../src/outbox/carriers.js';
import {runOutboxOnce} from '../../src/outbox/run-outbox.js';
import type {WebhookAnswer, WebhookCall} from '../../src/webhooks/post-webhook.js';
import {forEachDatabase} from '../support/databases.js';
import {NOW, testChance, testClock} from '../support/fixtures.js';
import {chatHub, clerk, publicRoom, Visitor} from './support/guests.js';

const b64 = (text: string) => Buffer.from(text, 'base64url');

/** RFC 8291, section 5. */
const EXAMPLE = {
  plain: 'When I grow up, I want to be a watermelon',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  browserKey: 'q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94',
  hubKey: 'yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw',
  salt: 'DGv6ra1nlYgDCS1FRnbzlw',
  body: 'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
};

const keys = {p256dh: EXAMPLE.p256dh, auth: EXAMPLE.auth};

/** Bytes that were drawn before. */
function drawn(...texts: string[]): Chance {
  const left = texts.map(b64);
  return {bytes: () => left.shift()!};
}

/** Reads what a browser gets (RFC 8291, section 3). */
function decrypt(body: Buffer): string {
  const own = createECDH('prime256v1');
  own.setPrivateKey(b64(EXAMPLE.browserKey));
  const mac = (key: Uint8Array, ...data: (Uint8Array | string)[]) =>
    data.reduce((all, part) => all.update(part), createHmac('sha256', key)).digest();
  const [salt, theirs] = [body.subarray(0, 16), body.subarray(21, 86)];
  const shared = mac(b64(EXAMPLE.auth), own.computeSecret(theirs));
  const input = mac(shared, 'WebPush: info\0', b64(EXAMPLE.p256dh), theirs, '\x01');
  const random = mac(salt, input);
  const key = mac(random, 'Content-Encoding: aes128gcm\0\x01').subarray(0, 16);
  const nonce = mac(random, 'Content-Encoding: nonce\0\x01').subarray(0, 12);
  const decipher = createDecipheriv('aes-128-gcm', key, nonce);
  decipher.setAuthTag(body.subarray(-16));
  const plain = Buffer.concat([decipher.update(body.subarray(86, -16)), decipher.final()]);
  assert.equal(plain.at(-1), 2);
  return plain.subarray(0, -1).toString();
}

describe('Web Push', () => {
  it('encrypts as the example of RFC 8291', () => {
    const body = encryptPush(Buffer.from(EXAMPLE.plain), keys, drawn(EXAMPLE.hubKey, EXAMPLE.salt));
    assert.equal(body.toString('base64url'), EXAMPLE.body);
    assert.equal(decrypt(body), EXAMPLE.plain);
  });

  it('holds no more than a push service takes', () => {
    const most = encryptPush(Buffer.alloc(3993), keys, testChance());
    assert.equal(most.length, 4096);
    assert.throws(() => encryptPush(Buffer.alloc(3994), keys, testChance()), RangeError);
  });

  it('knows keys that are none', () => {
    assert.ok(arePushKeys(keys));
    const off = b64(EXAMPLE.p256dh);
    off[10]! ^= 1;
    for (const wrong of [
      {...keys, p256dh: off.toString('base64url')},
      {...keys, p256dh: 'AAAA'},
      {...keys, auth: 'AAAA'},
    ]) {
      assert.ok(!arePushKeys(wrong));
    }
  });

  it('signs for one service, for half a day (RFC 8292)', () => {
    const pair = vapidKeys(newVapidSecret(testChance()));
    const header = vapidAuthorization(pair, {
      endpoint: 'https://push.example/send/abc?d',
      subject: 'mailto:hub@mairie.example',
      now: NOW,
    });
    const [, head = '', claims = '', signature = '', key = ''] =
      /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), k=([\w-]+)$/.exec(header) ?? [];
    assert.equal(key, pair.publicKey);
    assert.deepEqual(JSON.parse(b64(head).toString()), {typ: 'JWT', alg: 'ES256'});
    assert.deepEqual(JSON.parse(b64(claims).toString()), {
      aud: 'https://push.example',
      exp: NOW.getTime() / 1000 + 43_200,
      sub: 'mailto:hub@mairie.example',
    });
    const point = b64(key);
    const part = (from: number) => point.subarray(from, from + 32).toString('base64url');
    const publicKey = createPublicKey({
      format: 'jwk',
      key: {kty: 'EC', crv: 'P-256', x: part(1), y: part(33)},
    });
    const data = Buffer.from(`${head}.${claims}`);
    const options = {key: publicKey, dsaEncoding: 'ieee-p1363'} as const;
    assert.ok(verify('sha256', data, options, b64(signature)));
  });
});

forEachDatabase((_name, open) => {
  const start = async () => {
    const clock = testClock();
    const hub = await chatHub(await open(), {clock});
    const desk = await clerk(hub);
    const visitor = new Visitor(hub);
    const room = await visitor.begin({contact: {name: 'Anne'}});
    const calls: WebhookCall[] = [];
    const answers: (WebhookAnswer | Error)[] = [];
    const carriers: Carriers = {
      mailer: {send: () => Promise.resolve(), close: () => undefined},
      post: call => {
        calls.push(call);
        const answer = answers.shift() ?? {status: 201};
        return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
      },
      close: () => undefined,
    };
    const deliver = () => runOutboxOnce(hub.context, carriers);
    const subscribe = (endpoint = 'https://push.example/abc', guest = desk) =>
      guest.ask('PUT', '/v1/push-subscriptions', {endpoint, keys}, {'accept-language': 'fr'});
    return {clock, hub, desk, visitor, room, calls, answers, deliver, subscribe};
  };

  it('tells who answers of a message, while nobody is at the desk', async () => {
    const {desk, visitor, room, calls, deliver, subscribe} = await start();
    assert.equal((await subscribe()).status, 204);
    assert.equal((await subscribe()).status, 204, 'the same browser again');
    await visitor.say(room, `Bonjour ! ${'x'.repeat(300)}`);
    assert.deepEqual(await deliver(), {sent: 1, retried: 0, failed: 0});
    const [call] = calls;
    assert.equal(call?.url, 'https://push.example/abc');
    const {ttl, urgency, topic, authorization} = call.headers as Record<string, string>;
    assert.deepEqual([ttl, urgency, topic?.length], ['86400', 'high', 32]);
    assert.equal((call.headers as Record<string, string>)['content-encoding'], 'aes128gcm');
    assert.match(authorization!, /^vapid t=/);
    const news = JSON.parse(decrypt(call.body as Buffer)) as Record<string, string>;
    assert.deepEqual([news['title'], news['room'], news['shop']], ['Anne', room, 'fournil']);
    assert.match(news['body']!, /^Bonjour ! x+…$/);
    await desk.say(room, 'Bonjour Anne');
    await deliver();
    assert.equal(calls.length, 1, 'not of what the shop says');
  });

  it('tells nobody who has seen it, or has a desk on the line', async () => {
    const {clock, hub, desk, visitor, room, calls, deliver, subscribe} = await start();
    await subscribe();
    await visitor.say(room, 'un');
    await desk.must('PUT', `/v1/rooms/${room}/read`, {seq: 1});
    assert.equal((await deliver()).sent, 1, 'settled');
    const line = {shop_id: 'fournil', process: 'p', seen_at: clock.now().getTime()};
    await hub.context.db.insertInto('desk_lines').values(line).execute();
    await visitor.say(room, 'deux');
    assert.equal((await deliver()).sent, 0);
    clock.pass(1);
    await visitor.say(room, 'trois');
    assert.equal((await deliver()).sent, 1);
    assert.equal(calls.length, 1);
  });

  it('tells the one who takes care of it, and of what waits for a moderator', async () => {
    const {hub, desk, visitor, room, calls, deliver, subscribe} = await start();
    const other = await clerk(hub, 'clerk', {email: 'other@example.org'});
    await subscribe();
    await subscribe('https://push.example/other', other);
    await desk.must('PATCH', `/v1/shops/fournil/rooms/${room}`, {assignee: other.id});
    await visitor.say(room, 'un');
    await deliver();
    assert.deepEqual(
      calls.map(({url}) => url),
      ['https://push.example/other'],
    );
    await publicRoom(hub, {isPremoderated: true});
    await visitor.join('halles', 'Elo');
    await visitor.say('halles', 'deux');
    await deliver();
    assert.equal(calls.length, 3);
  });

  it('forgets a browser that is gone, tries again what may pass, and gives up', async () => {
    const {clock, hub, visitor, room, answers, deliver, subscribe} = await start();
    await subscribe();
    answers.push({status: 410});
    await visitor.say(room, 'un');
    assert.equal((await deliver()).failed, 1);
    assert.deepEqual(
      await hub.context.db.selectFrom('push_subscriptions').select('id').execute(),
      [],
    );
    await subscribe();
    await visitor.say(room, 'deux');
    answers.push(
      {status: 503},
      new Error('no line'),
      {status: 429, retryAfter: '60'},
      {status: 500},
    );
    for (const [retried, failed] of [
      [1, 0],
      [1, 0],
      [1, 0],
      [0, 1],
    ]) {
      assert.deepEqual(await deliver(), {sent: 0, retried, failed});
      clock.pass(120);
    }
  });

  it('is for people, at public addresses, and can be given up', async () => {
    const {hub, desk, visitor, room, calls, deliver, subscribe} = await start();
    for (const endpoint of [
      'http://push.example/a',
      'https://127.0.0.1/a',
      'https://hub.internal/a',
    ]) {
      assert.equal((await subscribe(endpoint)).body.fields[0].pointer, '/endpoint');
    }
    const visitorAsks = await visitor.ask('PUT', '/v1/push-subscriptions', {
      endpoint: 'https://push.example/a',
      keys,
    });
    assert.equal(visitorAsks.status, 401);
    for (let at = 0; at < 12; at++) await subscribe(`https://push.example/${at}`);
    const rows = await hub.context.db.selectFrom('push_subscriptions').select('id').execute();
    assert.equal(rows.length, 10);
    for (let at = 0; at < 12; at++) {
      const endpoint = `https://push.example/${at}`;
      await desk.must('DELETE', '/v1/push-subscriptions', {endpoint});
    }
    await visitor.say(room, 'un');
    await deliver();
    assert.equal(calls.length, 0);
    assert.equal((await hub.ask({url: '/v1/push-key'})).body.pushKey.length, 87);
  });
});
