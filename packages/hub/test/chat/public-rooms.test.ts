import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {it} from 'node:test';
import {RoomLog} from '@local-widgets/model';
import {forEachDatabase} from '../support/databases.js';
import {testClock} from '../support/fixtures.js';
import {chatHub, clerk, kindsOf, publicRoom, ROOM, Visitor} from './support/guests.js';

forEachDatabase((_name, open) => {
  it('are read by all, and written by who accepted the rules', async () => {
    const hub = await chatHub(await open());
    const room = await publicRoom(hub);
    const anyone = await hub.ask({url: `/v1/rooms/${room}`});
    assert.deepEqual(
      [anyone.body.kind, anyone.body.settings, anyone.body.me],
      ['public', ROOM, undefined],
    );
    const visitor = new Visitor(hub);
    assert.equal((await visitor.say(room, 'Bonjour')).body.code, 'rules-not-accepted');
    assert.equal((await visitor.join(room, 'Elo', '2026-01-01')).body.code, 'rules-not-accepted');
    const joined = await visitor.join(room, 'Élodie 29');
    assert.equal(joined.status, 200);
    assert.deepEqual(
      [joined.body.me.name, joined.body.acceptedRules],
      ['Élodie 29', ROOM.rulesVersion],
    );
    assert.equal((await visitor.say(room, 'Bonjour à tous')).status, 201);
    const {body} = await hub.ask({url: `/v1/rooms/${room}/events`});
    assert.equal(body.events[0].message.text, 'Bonjour à tous');
    assert.equal((await hub.ask({method: 'POST', url: `/v1/rooms/${room}/typing`})).status, 401);
    await publicRoom(hub, {rulesVersion: '2026-11-22'});
    assert.equal((await visitor.say(room, 'Encore')).body.code, 'rules-not-accepted');
    assert.equal((await visitor.join(room, 'Élodie 29', '2026-11-22')).status, 200);
    assert.equal((await visitor.say(room, 'Encore')).status, 201);
    assert.deepEqual(kindsOf(await visitor.events(room)), ['message', 'state', 'message']);
  });

  it('have each name once, and nobody who passes for the town', async () => {
    const hub = await chatHub(await open(), {chat: {blockedWords: ['idiot']}});
    const room = await publicRoom(hub);
    const one = new Visitor(hub);
    await one.join(room, 'Élodie_29');
    const other = new Visitor(hub);
    for (const [name, code] of [
      ['ELODIE 29', 'nickname-taken'],
      ['ｅｌｏｄｉｅ29', 'nickname-taken'],
      ['Le Fournil', 'nickname-taken'],
      ['Modérateur', 'nickname-taken'],
      ['Idiot', 'blocked-word'],
      ['…', 'invalid'],
    ] as const) {
      assert.equal((await other.join(room, name)).body.code, code, name);
    }
    assert.equal((await other.join(room, 'Elodie 30')).status, 200);
    await one.say(room, 'Bonjour');
    assert.equal((await one.join(room, 'Nolwenn')).status, 200);
    assert.deepEqual(kindsOf(await other.events(room)), ['message', 'author']);
    assert.equal((await other.join(room, 'Élodie 29')).status, 200, 'the name is free again');
  });

  it('are open when they say so', async () => {
    const clock = testClock();
    const hub = await chatHub(await open(), {clock});
    const room = await publicRoom(hub, {hours: 'Mo-Fr 09:00-17:00'});
    const visitor = new Visitor(hub);
    await visitor.join(room, 'Elo');
    // eight in the morning, in France
    assert.equal((await visitor.say(room, 'Trop tôt')).body.code, 'room-closed');
    const closed = await visitor.room(room);
    assert.deepEqual([closed.isWritable, closed.until], [false, '2026-11-23T08:00:00.000Z']);
    assert.equal((await (await clerk(hub)).say(room, 'Bientôt')).status, 201);
    clock.pass(60);
    assert.equal((await visitor.say(room, 'À l’heure')).status, 201);
    const openNow = await visitor.room(room);
    assert.deepEqual([openNow.isWritable, openNow.until], [true, '2026-11-23T16:00:00.000Z']);
    await publicRoom(hub, {isOpen: false});
    assert.equal((await visitor.say(room, 'Fermé')).body.code, 'room-closed');
    await (await clerk(hub, 'merchant')).must('DELETE', '/v1/shops/fournil/public-rooms/halles');
    assert.equal((await visitor.room(room)).state, 'ended');
    assert.equal((await visitor.say(room, 'Fini')).body.code, 'room-closed');
  });

  it('slow everybody down alike, for all processes', async () => {
    const clock = testClock();
    const hub = await chatHub(await open(), {clock});
    const room = await publicRoom(hub, {slowSeconds: 30});
    const visitor = new Visitor(hub);
    const other = new Visitor(hub);
    await visitor.join(room, 'Elo');
    await other.join(room, 'Yann');
    const id = randomUUID();
    const both = await Promise.all([visitor.say(room, 'un', id), visitor.say(room, 'deux')]);
    assert.deepEqual(both.map(({status}) => status).sort(), [201, 429]);
    const slow = both.find(({status}) => status === 429)!;
    assert.deepEqual([slow.body.code, slow.headers['retry-after']], ['too-many-requests', '30']);
    assert.equal((await other.say(room, 'moi')).status, 201);
    clock.pass(0.25);
    assert.equal((await visitor.say(room, 'trois')).headers['retry-after'], '15');
    clock.pass(0.25);
    assert.equal((await visitor.say(room, 'quatre')).status, 201);
  });

  it('show what waits for approval to its author and to moderators, without a gap for others', async () => {
    const hub = await chatHub(await open());
    const room = await publicRoom(hub, {isPremoderated: true});
    const [author, reader] = [new Visitor(hub), new Visitor(hub)];
    await author.join(room, 'Elo');
    await reader.join(room, 'Yann');
    const desk = await clerk(hub);
    const ids = [randomUUID(), randomUUID()];
    const sent = await author.say(room, 'Je vends un vélo', ids[0]);
    assert.equal(sent.body.event.kind, 'held');
    assert.equal(sent.body.event.message.text, 'Je vends un vélo');
    await author.say(room, 'Vends SESAME', ids[1]);
    await desk.say(room, 'Bonjour');
    const seen = await reader.events(room);
    assert.deepEqual(
      seen.map(({seq, kind}) => [seq, kind]),
      [
        [1, 'held'],
        [2, 'held'],
        [3, 'message'],
      ],
    );
    assert.doesNotMatch(JSON.stringify(seen), /vélo|SESAME/);
    assert.match(JSON.stringify(await author.events(room)), /vélo/);
    assert.match(JSON.stringify(await desk.events(room)), /SESAME/);
    const summary = await desk.must('GET', '/v1/shops/fournil/rooms/halles');
    assert.equal(summary.body.toModerate, 2);

    const decide = (id: string, body: object) =>
      desk.must('POST', `/v1/rooms/${room}/messages/${id}/approval`, body);
    const approved = await decide(ids[0]!, {decision: 'approve'});
    assert.equal(approved.body.event.kind, 'approved');
    assert.deepEqual((await decide(ids[0]!, {decision: 'approve'})).body, approved.body);
    await decide(ids[1]!, {decision: 'reject', reason: 'Annonce commerciale'});
    const log = new RoomLog();
    log.take(await reader.events(room));
    assert.deepEqual(
      log.messages.map(({message}) => message.text),
      ['Bonjour', 'Je vends un vélo'],
    );
    assert.doesNotMatch(JSON.stringify(await reader.events(room)), /commerciale|SESAME/);
    const own = await author.events(room);
    assert.ok(
      own.some(event => event.kind === 'deleted' && event.reason === 'Annonce commerciale'),
    );
    assert.equal((await author.say(room, 'Je vends un vélo', ids[0])).status, 200);
    const gone = await desk.ask('POST', `/v1/rooms/${room}/messages/${ids[1]}/approval`, {
      decision: 'approve',
    });
    assert.equal(gone.body.code, 'wrong-state');
    assert.equal(
      (
        await author.ask('POST', `/v1/rooms/${room}/messages/${ids[0]}/approval`, {
          decision: 'approve',
        })
      ).body.code,
      'not-found',
    );
  });

  it('hold unwanted words, first links, and what is said again and again', async () => {
    const hub = await chatHub(await open(), {chat: {blockedWords: ['arnaque']}});
    const room = await publicRoom(hub);
    const visitor = new Visitor(hub);
    await visitor.join(room, 'Elo');
    const kindOf = async (text: string) =>
      (await visitor.say(room, text)).body.event.kind as string;
    assert.equal(await kindOf('Voyez https://exemple.fr/velo'), 'held');
    assert.equal(await kindOf('Bonjour'), 'message');
    assert.equal(await kindOf('Voyez https://exemple.fr/velo'), 'message');
    assert.equal(await kindOf('Quelle ARNAQUE'), 'held');
    const long = 'Je vends mon vélo bleu, presque neuf';
    assert.equal(await kindOf(long), 'message');
    assert.equal(await kindOf(`${long} !!!`), 'held');
    assert.equal(await kindOf('Merci'), 'message');
    assert.equal(await kindOf('Merci'), 'message', 'short words may be said twice');
    assert.equal(await kindOf('vingt lettres a l un'), 'message');
    assert.equal(await kindOf('Vingt lettres à l’un'), 'held');
  });

  it('tell the desk what nobody of the shop has seen, and visitors nothing of each other', async () => {
    const hub = await chatHub(await open());
    const room = await publicRoom(hub);
    const [one, other] = [new Visitor(hub), new Visitor(hub)];
    await one.join(room, 'Elo');
    await other.join(room, 'Yann');
    for (const text of ['un', 'deux', 'trois']) await one.say(room, text);
    const desk = await clerk(hub);
    const unread = async () =>
      (await desk.must('GET', `/v1/shops/fournil/rooms/${room}`)).body.unread as number;
    assert.equal(await unread(), 3);
    await other.must('PUT', `/v1/rooms/${room}/read`, {seq: 3});
    await desk.must('PUT', `/v1/rooms/${room}/delivered`, {seq: 3});
    assert.equal(await unread(), 3);
    await desk.must('PUT', `/v1/rooms/${room}/read`, {seq: 2});
    assert.equal(await unread(), 1);
    await desk.must('PUT', `/v1/rooms/${room}/read`, {seq: 1});
    assert.equal(await unread(), 1, 'marks go forward alone');
    assert.deepEqual(kindsOf(await one.events(room)), ['message', 'message', 'message']);
  });

  it('keep who is banned from writing, and look first at who comes from there', async () => {
    const clock = testClock();
    const hub = await chatHub(await open(), {clock});
    const room = await publicRoom(hub);
    const [rude, neighbour] = [new Visitor(hub), new Visitor(hub)];
    await rude.join(room, 'Rude');
    const {body} = await rude.say(room, 'Grossier');
    const desk = await clerk(hub);
    const ban = `/v1/rooms/${room}/members/${body.event.message.author.id}/ban`;
    const refused = await rude.ask('PUT', ban, {reason: 'moi'});
    assert.equal(refused.body.code, 'not-found');
    await desk.must('PUT', ban, {minutes: 60, reason: 'Insultes'});
    const blocked = await rude.say(room, 'Encore');
    assert.deepEqual([blocked.body.code, blocked.body.detail], ['blocked', 'Insultes']);
    assert.equal((await rude.room(room)).isWritable, false);
    assert.ok((await rude.events(room)).length > 0, 'one may always read');
    await neighbour.join(room, 'Voisine');
    assert.equal((await neighbour.say(room, 'Bonjour')).body.event.kind, 'held');
    clock.pass(61);
    assert.equal((await rude.say(room, 'Pardon')).status, 201);
    const late = new Visitor(hub);
    await late.join(room, 'Tardif');
    assert.equal((await late.say(room, 'Bonjour')).body.event.kind, 'message');
    await desk.must('PUT', ban, {reason: 'Pour de bon'});
    assert.equal((await rude.say(room, 'Encore')).body.code, 'blocked');
    assert.equal((await desk.ask('DELETE', ban)).status, 204);
    assert.equal((await rude.say(room, 'Merci')).status, 201);
    assert.equal(
      (await desk.ask('DELETE', ban.replace(/[^/]+\/ban$/, 'nobody/ban'))).body.code,
      'not-found',
    );
  });

  it('are left with all that one said', async () => {
    const hub = await chatHub(await open());
    const room = await publicRoom(hub);
    const [one, other] = [new Visitor(hub), new Visitor(hub)];
    await one.join(room, 'Elo');
    await other.join(room, 'Yann');
    await one.say(room, 'SECRET');
    await other.say(room, 'Bonjour Elo');
    assert.equal((await one.ask('DELETE', `/v1/rooms/${room}`)).status, 204);
    const events = await other.events(room);
    assert.deepEqual(kindsOf(events), ['message', 'message', 'deleted']);
    assert.doesNotMatch(JSON.stringify(events), /SECRET/);
    assert.doesNotMatch(JSON.stringify(events[0]), /Elo/);
    assert.equal((await one.say(room, 'Encore')).body.code, 'rules-not-accepted');
  });

  it('belong to one shop, under a name that is no conversation’s', async () => {
    const database = await open();
    const hub = await chatHub(database);
    await publicRoom(hub);
    const {addChatShop} = await import('./support/chat-hub.js');
    await addChatShop(database.db, {id: 'ferme'});
    const other = await clerk(hub, 'merchant', {shop: 'ferme', email: 'ferme@example.org'});
    const taken = await other.ask('PUT', '/v1/shops/ferme/public-rooms/halles', ROOM);
    assert.equal(taken.body.fields[0].pointer, '/room');
    const uuid = await other.ask('PUT', `/v1/shops/ferme/public-rooms/${randomUUID()}`, ROOM);
    assert.equal(uuid.status, 400);
    const hours = await other.ask('PUT', '/v1/shops/ferme/public-rooms/ferme', {
      ...ROOM,
      hours: 'x',
    });
    assert.equal(hours.body.fields[0].pointer, '/hours');
    const junior = await clerk(hub, 'clerk', {shop: 'ferme', email: 'junior@example.org'});
    const forbidden = await junior.ask('PUT', '/v1/shops/ferme/public-rooms/ferme', ROOM);
    assert.equal(forbidden.status, 403);
  });
});
