/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-return -- answers are looked into by name */
import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {it} from 'node:test';
import {TABLE_NAMES} from '../../src/database/table-names.js';
import {forEachDatabase} from '../support/databases.js';
import {testClock} from '../support/fixtures.js';
import {chatConfig} from './support/chat-hub.js';
import {chatHub, clerk, publicRoom, Visitor} from './support/guests.js';
import {png} from './support/pictures.js';

forEachDatabase((_name, open) => {
  it('go on on another device, by a link that is good once', async () => {
    const clock = testClock();
    const hub = await chatHub(await open(), {clock});
    const visitor = new Visitor(hub);
    const room = await visitor.begin({page: 'https://mairie.example/commerces'});
    await visitor.say(room, 'Du bureau');
    const made = await visitor.ask('POST', `/v1/rooms/${room}/links`);
    assert.equal(made.status, 201);
    const {token, url, expiresAt} = made.body as {token: string; url: string; expiresAt: string};
    assert.equal(url, `https://mairie.example/commerces#local-chat=${token}`);
    assert.equal(Date.parse(expiresAt) - clock.now().getTime(), 15 * 60_000);
    const telephone = new Visitor(hub);
    assert.equal((await telephone.ask('GET', `/v1/rooms/${room}`)).status, 404);
    const opened = await telephone.ask('POST', `/v1/links/${token}`);
    assert.deepEqual([opened.status, opened.body], [200, {room, shop: 'fournil'}]);
    assert.deepEqual((await telephone.ask('POST', `/v1/links/${token}`)).body, opened.body);
    assert.equal((await telephone.say(room, 'Du téléphone')).status, 201);
    const [one, two] = await visitor.events(room);
    assert.ok(one?.kind === 'message' && two?.kind === 'message');
    assert.deepEqual(one.message.author, two.message.author);
    assert.equal((await new Visitor(hub).ask('POST', `/v1/links/${token}`)).status, 404);
    const rows = await hub.context.db.selectFrom('visitor_links').selectAll().execute();
    assert.ok(!JSON.stringify(rows).includes(token), 'no secret is kept');
  });

  it('open no link that expired, nor one beside a life of their own', async () => {
    const clock = testClock();
    const hub = await chatHub(await open(), {clock});
    const visitor = new Visitor(hub);
    const room = await visitor.begin();
    const link = async () =>
      (await visitor.must('POST', `/v1/rooms/${room}/links`)).body.token as string;
    const late = await link();
    clock.pass(16);
    assert.equal((await new Visitor(hub).ask('POST', `/v1/links/${late}`)).status, 404);
    const other = new Visitor(hub);
    await other.begin();
    const token = await link();
    assert.equal((await other.ask('POST', `/v1/links/${token}`)).body.code, 'invalid');
    assert.equal((await other.ask('GET', `/v1/rooms/${room}`)).status, 404);
    assert.equal(
      (await new Visitor(hub).ask('POST', `/v1/links/${token}`)).status,
      200,
      'not used up',
    );
  });

  /** A visitor who left traces everywhere. */
  const traces = async () => {
    const hub = await chatHub(await open(), {config: {chat: chatConfig()}});
    const room = await publicRoom(hub);
    const visitor = new Visitor(hub);
    const contact = {name: 'ZORRO', email: 'zorro@example.org', telephone: '0298000000'};
    const own = await visitor.begin({contact, page: 'https://mairie.example/ZORRO'});
    await visitor.say(own, 'Je suis ZORRO');
    const image = randomUUID();
    await visitor.ask('PUT', `/v1/rooms/${own}/images/${image}`, png({}), {
      'content-type': 'image/png',
    });
    await visitor.must('PUT', `/v1/rooms/${own}/messages/${randomUUID()}`, {
      image: {id: image, alt: 'ZORRO'},
    });
    await visitor.join(room, 'ZORRO');
    await visitor.say(room, 'ZORRO est là');
    await visitor.must('POST', `/v1/rooms/${own}/links`);
    const desk = await clerk(hub);
    await desk.say(own, 'Bonjour ZORRO');
    const neighbour = new Visitor(hub);
    await neighbour.join(room, 'Yann');
    const said = await neighbour.say(room, 'Pas d’accord');
    await visitor.must('POST', `/v1/rooms/${room}/reports`, {
      message: said.body.event.message.id,
      reason: 'rules',
      explanation: 'Il est rude.',
      goodFaith: true,
    });
    await visitor.must('POST', `/v1/rooms/${own}/transcript`, {email: 'zorro@example.org'});
    return {hub, visitor, own, room, image, desk, neighbour};
  };

  it('get all that is held of them', async () => {
    const {visitor, own, room, image} = await traces();
    const {body, headers} = await visitor.must('GET', '/v1/me');
    assert.match(String(headers['content-disposition']), /attachment/);
    const [conversation, hall] = body.rooms as any[];
    assert.deepEqual([conversation.room, hall.room], [own, room]);
    assert.equal(conversation.contact.email, 'zorro@example.org');
    assert.deepEqual(
      conversation.events.map(({message}: any) => message.text),
      ['Je suis ZORRO', undefined, 'Bonjour ZORRO'],
    );
    assert.equal(conversation.images[0].url, `/v1/rooms/${own}/images/${image}`);
    assert.deepEqual(
      hall.events.map(({message}: any) => message.text),
      ['ZORRO est là'],
    );
    assert.equal(body.reports[0].explanation, 'Il est rude.');
    assert.deepEqual(
      body.contributions.map(({room: id, address}: any) => [id, address]),
      [
        [own, '127.0.0.1'],
        [own, '127.0.0.1'],
        [room, '127.0.0.1'],
      ],
    );
  });

  it('erase all of it, but for the record that the law asks for', async () => {
    const {hub, visitor, own, room, desk, neighbour} = await traces();
    assert.equal((await visitor.ask('DELETE', '/v1/me')).status, 204);
    assert.equal((await visitor.ask('GET', '/v1/me')).status, 401);
    const left = new Map<string, unknown[]>();
    for (const table of TABLE_NAMES) {
      left.set(
        table,
        await hub.context.db
          .selectFrom(table as 'rooms')
          .selectAll()
          .execute(),
      );
    }
    const contributions = left.get('chat_contributions')!;
    assert.equal(contributions.length, 4);
    assert.doesNotMatch(JSON.stringify([...left]), /zorro/i);
    assert.deepEqual([left.get('chat_images'), left.get('visitor_links')], [[], []]);
    assert.equal(left.get('visitors')!.length, 1, 'the neighbour');
    assert.doesNotMatch(
      JSON.stringify([await desk.events(own), await neighbour.events(room)]),
      /ZORRO/,
    );
    const seqs = (await neighbour.events(room)).map(({seq}) => seq);
    assert.deepEqual(seqs, [1, 2, 3]);
  });

  it('are kept as hashes alone', async () => {
    const {hub, visitor} = await traces();
    for (const table of TABLE_NAMES) {
      const rows = await hub.context.db
        .selectFrom(table as 'rooms')
        .selectAll()
        .execute();
      assert.ok(!JSON.stringify(rows).includes(visitor.secret), table);
    }
  });
});
