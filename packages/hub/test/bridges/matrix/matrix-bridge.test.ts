import assert from 'node:assert/strict';
import {afterEach, describe, it} from 'node:test';
import {MatrixBridge} from '../../../src/bridges/matrix/matrix-bridge.js';
import {matrixTokens, registrationFile} from '../../../src/bridges/matrix/registration.js';
import {runBridges} from '../../../src/bridges/run-bridges.js';
import {deleteMessage} from '../../../src/chat/log/delete-message.js';
import {markRoom} from '../../../src/chat/log/marks.js';
import {readAfter} from '../../../src/chat/log/read-events.js';
import {changeState} from '../../../src/chat/rooms/room-state.js';
import type {HubContext} from '../../../src/context.js';
import {addChatShop, listening, Page, textsOf} from '../../chat/support/chat-hub.js';
import {forEachDatabase} from '../../support/databases.js';
import type {TestDatabase} from '../../support/databases.js';
import {TestRoom} from '../support/chat-room.js';
import {fileDatabase} from '../support/file-database.js';
import {pngOf} from '../support/picture.js';
import {until} from '../support/until.js';
import {Homeserver} from './support/homeserver.js';

const PAUL = '@paul:town.example';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

interface Bridged {
  address: string;
  context: HubContext;
  server: Homeserver;
}

/** A hub and a homeserver that know each other. */
async function bridged(database: TestDatabase): Promise<Bridged> {
  const server = await Homeserver.start();
  closing.push(() => server.stop());
  const matrix = {homeserver: server.url, domain: server.domain, prefix: 'local_chat_'};
  const hub = await listening(database, {settings: {bridges: {matrix}}});
  closing.push(() => hub.stop());
  const {context} = hub;
  await addChatShop(context.db, {chat: {matrix: PAUL}});
  server.service = hub.address;
  server.tokens = await matrixTokens(context.chat);
  const bridges = await runBridges(context, [new MatrixBridge(context, matrix)], {lookEvery: 50});
  closing.push(() => bridges.stop());
  return {address: hub.address, context, server};
}

/** A conversation whose Matrix room is there, with Paul in it. */
async function talking({context, server}: Bridged, contact = {name: 'Marie'}) {
  const room = await TestRoom.begin(context, {contact, page: 'https://mairie.example/pain'});
  const user = `@local_chat_${room.id}:town.example`;
  const id = await room.visitorSays('Avez-vous du pain ?');
  const remote = await until('a room', () =>
    server.roomsOf(user).find(({timeline}) => timeline.some(({type}) => type === 'm.room.message')),
  );
  server.join(remote.id, PAUL);
  return {room, user, remote, id};
}

forEachDatabase((_name, open) => {
  it('brings a message of a page into a direct room, and the answer back, once', async () => {
    const {address, server} = await bridged(await open());
    const page = new Page(address);
    const room = await page.begin();
    await page.say(room, 'Avez-vous du pain ?');
    const remote = await until('a room', () => server.roomsOf(PAUL)[0]);
    assert.equal(remote.isDirect, true);
    assert.match(remote.name!, /Le Fournil/);
    assert.equal(remote.members.get(PAUL), 'invite');
    await until('the message', () => server.saidIn(remote.id).length === 1);
    server.join(remote.id, PAUL);
    const event = server.say(remote.id, PAUL, {msgtype: 'm.text', body: 'Oui, trois.'});
    assert.equal(await server.push([event]), 200);
    // pushed again under its id, and under another: the homeserver did not hear the answer
    assert.equal(await server.push([event], {transaction: 't1'}), 200);
    assert.equal(await server.push([event], {transaction: 't2'}), 200);
    const {events} = await page.events(room);
    assert.deepEqual(textsOf(events), ['Avez-vous du pain ?', 'Oui, trois.']);
    const last = events.flatMap(one => (one.kind === 'message' ? [one.message] : [])).at(-1)!;
    assert.deepEqual([last.via, last.author.role], ['matrix', 'shop']);
    // what came from there does not go there
    await page.say(room, 'Merci !');
    await until('it came', () => server.saidIn(remote.id).length === 3);
    assert.deepEqual(
      server.saidIn(remote.id).map(([, body]) => body),
      ['Avez-vous du pain ?', 'Oui, trois.', 'Merci !'],
    );
  });
});

describe('the Matrix bridge', () => {
  it('calls the visitor by their name, and tells where they are', async () => {
    const hub = await bridged(await fileDatabase());
    const {user, remote} = await talking(hub);
    assert.equal(hub.server.users.get(user)?.displayname, 'Marie');
    assert.equal(remote.name, 'Marie – Le Fournil');
    assert.match(remote.topic!, /https:\/\/mairie\.example\/pain/);
  });

  it('sends once what it sends twice, and makes one room, when it dies in between', async () => {
    const hub = await bridged(await fileDatabase());
    const {server, context} = hub;
    let deaths = 0;
    server.beforeAnswer = request => {
      // it was done, and the answer is lost
      const isVictim = /createRoom|\/send\/|register/.test(request);
      if (isVictim && deaths < 6 && deaths++ % 2 === 0) throw new Error('lost');
    };
    const room = await TestRoom.begin(context);
    await room.visitorSays('un');
    await room.visitorSays('deux');
    await until('both are there', () => {
      const [remote] = server.rooms.values();
      return remote && server.saidIn(remote.id).length >= 2;
    });
    assert.equal(server.rooms.size, 1);
    const [remote] = server.rooms.values();
    assert.deepEqual(
      server.saidIn(remote!.id).map(([, body]) => body),
      ['un', 'deux'],
    );
    assert.ok(deaths >= 4, String(deaths));
  });

  it('waits for a homeserver that is away, and one that has enough', async () => {
    const hub = await bridged(await fileDatabase());
    const {server, context} = hub;
    const {room, remote} = await talking(hub);
    server.isBroken = true;
    await room.visitorSays('pendant, un');
    const stateOf = async () =>
      (await context.db.selectFrom('bridge_states').selectAll().executeTakeFirst())?.state;
    await until('it is noticed', async () => (await stateOf()) === 'down');
    await room.visitorSays('pendant, deux');
    server.isBroken = false;
    await until('all came', () => server.saidIn(remote.id).length === 3);
    assert.equal(await until('it is up', async () => (await stateOf()) === 'up'), true);

    server.limited = 1;
    await room.visitorSays('trop vite');
    const waiting = await until('it waits', async () => {
      const cursor = await context.db
        .selectFrom('bridge_cursors')
        .selectAll()
        .where('room_id', '=', room.id)
        .executeTakeFirst();
      return cursor?.tries === 1 ? cursor : undefined;
    });
    assert.ok(waiting.due_at! - context.clock.now().getTime() > 3000, 'as long as it was told');
    await until('it came', () => server.saidIn(remote.id).length === 4);
  });

  it('keeps what is said there while the hub is away: the homeserver comes again', async () => {
    const hub = await bridged(await fileDatabase());
    const {server, context} = hub;
    const {room, remote} = await talking(hub);
    const events = ['un', 'deux', 'trois'].map(body =>
      server.say(remote.id, PAUL, {msgtype: 'm.text', body}),
    );
    const {db, chat} = context;
    // once the first message is there, the database is away
    let isAway = false;
    const stop = chat.fanout.listen({
      told: ({kind}) => (isAway ||= kind === 'room'),
      mayHaveMissed: () => undefined,
    });
    const transaction = db.transaction.bind(db);
    db.transaction = () => {
      if (isAway) throw Object.assign(new Error('gone'), {code: '57P01'});
      return transaction();
    };
    assert.equal(await server.push(events, {transaction: 'again'}), 503);
    stop();
    db.transaction = transaction;
    assert.deepEqual(await room.texts(), ['Avez-vous du pain ?', 'un']);
    assert.equal(await server.push(events, {transaction: 'again'}), 200);
    assert.deepEqual(await room.texts(), ['Avez-vous du pain ?', 'un', 'deux', 'trois']);
  });

  it('tells what was read and who types, both ways', async () => {
    const hub = await bridged(await fileDatabase());
    const {server, context} = hub;
    const {room, user, remote} = await talking(hub);
    const [message] = remote.timeline.filter(({type}) => type === 'm.room.message');
    const receipt = {
      type: 'm.receipt',
      room_id: remote.id,
      content: {[message!.event_id]: {'m.read': {[PAUL]: {ts: 1}}}},
    };
    await server.push([], {ephemeral: [receipt]});
    const read = (await readAfter(context.db, room.id, 0)).find(({kind}) => kind === 'read');
    assert.deepEqual(JSON.parse(read!.data!), {role: 'shop', upTo: 1});

    const told: string[] = [];
    context.chat.fanout.listen({
      told: one => one.kind === 'typing' && told.push(one.author.role),
      mayHaveMissed: () => undefined,
    });
    const typing = {type: 'm.typing', room_id: remote.id, content: {user_ids: [PAUL]}};
    await server.push([], {ephemeral: [typing]});
    assert.deepEqual(told, ['shop']);

    const answer = server.say(remote.id, PAUL, {msgtype: 'm.text', body: 'Oui.'});
    await server.push([answer]);
    const {last_seq: upTo} = (await room.load()).row;
    await markRoom(context, await room.load(), {kind: 'read', role: 'visitor', upTo});
    await until('a receipt', () => server.receipts.length > 0);
    assert.deepEqual(server.receipts, [{room: remote.id, user, event: answer.event_id}]);
    const author = {id: 'x', role: 'visitor'} as const;
    context.chat.fanout.announce({kind: 'typing', room: room.id, shop: 'fournil', author});
    await until('typing', () => server.typing.length > 0);
    assert.deepEqual(server.typing, [{room: remote.id, user, isTyping: true}]);
  });

  it('takes messages back, both ways', async () => {
    const hub = await bridged(await fileDatabase());
    const {server, context} = hub;
    const {room, remote, id} = await talking(hub);
    const deletion = {messageId: id, by: 'author' as const, allowed: () => true};
    await deleteMessage(context, room.id, deletion, {isModerator: true});
    await until('it is gone there', () => server.saidIn(remote.id)[0]![1] === undefined);

    const said = server.say(remote.id, PAUL, {msgtype: 'm.text', body: 'Pardon ?'});
    await server.push([said]);
    assert.ok((await room.texts()).includes('Pardon ?'));
    await server.push([server.redact(remote.id, PAUL, said.event_id)]);
    assert.ok(!(await room.texts()).includes('Pardon ?'));
  });

  it('brings pictures both ways', async () => {
    const hub = await bridged(await fileDatabase());
    const {server, address} = hub;
    const {room, remote} = await talking(hub);
    const url = server.upload(pngOf(40, 30), 'image/png');
    const content = {msgtype: 'm.image', body: 'La vitrine', filename: 'vitrine.png', url};
    await server.push([server.say(remote.id, PAUL, content)]);
    const came = (await room.messages()).at(-1)!;
    assert.deepEqual([came.image?.width, came.image?.alt], [40, 'La vitrine']);

    const page = new Page(address);
    const own = await page.begin();
    const image = '0197b2d0-6f1e-4c3a-9d2b-8a4f5c6d7e8f';
    await fetch(`${address}/v1/rooms/${own}/images/${image}`, {
      method: 'PUT',
      headers: {...page.headers, 'content-type': 'image/png'},
      body: new Uint8Array(pngOf(20, 10)),
    });
    await page.ask('PUT', `/v1/rooms/${own}/messages/${image}`, {image: {id: image}});
    const sent = await until('the picture', () =>
      [...server.rooms.values()]
        .flatMap(({timeline}) => timeline)
        .find(one => one.content['msgtype'] === 'm.image' && one.sender !== PAUL),
    );
    const {info} = sent.content as {info: object};
    assert.deepEqual({...info, size: 0}, {mimetype: 'image/png', w: 20, h: 10, size: 0});
  });

  it('tells in the room why something is not taken, and does not answer other programs', async () => {
    const hub = await bridged(await fileDatabase());
    const {server, context} = hub;
    const {room, user, remote} = await talking(hub);
    const push = async (content: Record<string, unknown>, type?: string, from = PAUL) => {
      const before = server.saidIn(remote.id).length;
      await server.push([server.say(remote.id, from, content, type)]);
      // without the event itself
      return server
        .saidIn(remote.id)
        .slice(before)
        .filter(([sender]) => sender === user)
        .map(([, body]) => String(body));
    };
    assert.match((await push({}, 'm.room.encrypted'))[0]!, /chiffré/);
    assert.match((await push({msgtype: 'm.file', body: 'tarifs.pdf'}))[0]!, /Fichier/);
    assert.match((await push({msgtype: 'm.image', body: 'x', url: 'mxc://a.b/none'}))[0]!, /Image/);
    assert.match((await push({msgtype: 'm.text', body: 'mot '.repeat(6000)}))[0]!, /trop long/);
    assert.deepEqual(await push({msgtype: 'm.notice', body: 'I am a bot'}), []);
    assert.deepEqual(await push({}, 'm.reaction'), []);
    server.users.set('@luc:town.example', {});
    server.join(remote.id, '@luc:town.example');
    const stranger = await push({msgtype: 'm.text', body: 'Moi'}, undefined, '@luc:town.example');
    assert.match(stranger[0]!, /Seule l’adresse/);
    await changeState(context, room.id, {state: 'ended', by: 'visitor'});
    await until('the end is told', () =>
      server.saidIn(remote.id).some(([, body]) => /Marie a mis fin/.test(String(body))),
    );
    assert.match((await push({msgtype: 'm.text', body: 'Encore là ?'}))[0]!, /terminée/);
    assert.equal((await room.texts()).length, 1);
  });

  it('reads answers and corrections without what they quote', async () => {
    const hub = await bridged(await fileDatabase());
    const {server} = hub;
    const {room, remote} = await talking(hub);
    const body = '> <@x:town.example> Avez-vous du pain ?\n> Merci\n\nOui.';
    const reply = {msgtype: 'm.text', body, 'm.relates_to': {'m.in_reply_to': {event_id: '$1'}}};
    const correction = {
      msgtype: 'm.text',
      body: '* Oui, quatre.',
      'm.new_content': {msgtype: 'm.text', body: 'Oui, quatre.'},
      'm.relates_to': {rel_type: 'm.replace', event_id: '$2'},
    };
    await server.push([
      server.say(remote.id, PAUL, reply),
      server.say(remote.id, PAUL, correction),
    ]);
    assert.deepEqual((await room.texts()).slice(1), ['Oui.', '* Oui, quatre.']);
  });

  it('invites again who left, with the next message', async () => {
    const hub = await bridged(await fileDatabase());
    const {server} = hub;
    const {room, remote} = await talking(hub);
    server.leave(remote.id, PAUL);
    await server.push([remote.timeline.at(-1)!]);
    await room.visitorSays('Vous êtes encore là ?');
    await until('it came', () => server.saidIn(remote.id).length === 2);
    assert.equal(remote.members.get(PAUL), 'invite');
  });

  it('brings what a colleague answers at the desk', async () => {
    const hub = await bridged(await fileDatabase());
    const {room, remote} = await talking(hub);
    await room.shopSays('Oui, trois.', {name: 'Anne'});
    await until('it came', () => hub.server.saidIn(remote.id).length === 2);
    assert.equal(hub.server.saidIn(remote.id)[1]![1], '↪ Anne\u00a0: Oui, trois.');
  });

  it('lets in nobody but its homeserver', async () => {
    const hub = await bridged(await fileDatabase());
    const {server, address} = hub;
    const {room, remote} = await talking(hub);
    const event = server.say(remote.id, PAUL, {msgtype: 'm.text', body: 'Oui.'});
    assert.equal(await server.push([event], {token: 'wrong'}), 403);
    assert.equal((await room.texts()).length, 1);
    const {homeserver: token} = server.tokens;
    const ask = async (path: string, headers: Record<string, string> = {}, method = 'GET') => {
      const answer = await fetch(`${address}/_matrix/app/v1${path}`, {method, headers});
      return [answer.status, ((await answer.json()) as {errcode?: string}).errcode];
    };
    const known = {authorization: `Bearer ${token}`};
    assert.deepEqual(await ask('/ping', {}, 'POST'), [401, 'M_UNAUTHORIZED']);
    assert.deepEqual(await ask('/ping', known, 'POST'), [200, undefined]);
    assert.deepEqual(await ask(`/ping?access_token=${token}`, {}, 'POST'), [200, undefined]);
    const user = encodeURIComponent(`@local_chat_${room.id}:town.example`);
    assert.deepEqual(await ask(`/users/${user}`, known), [200, undefined]);
    const nobody = encodeURIComponent('@local_chat_nobody:town.example');
    assert.deepEqual(await ask(`/users/${nobody}`, known), [404, 'M_NOT_FOUND']);
    assert.deepEqual(await ask('/rooms/%23local_chat_x%3Atown.example', known), [
      404,
      'M_NOT_FOUND',
    ]);
    assert.deepEqual(await ask('/nothing', known), [404, 'M_UNRECOGNIZED']);
  });

  it('is not known to a homeserver that has not read its registration', async () => {
    const hub = await bridged(await fileDatabase());
    hub.server.tokens = {appService: 'another', homeserver: 'another'};
    const room = await TestRoom.begin(hub.context);
    await room.visitorSays('Bonjour');
    const state = await until('it is told', async () => {
      const row = await hub.context.db.selectFrom('bridge_states').selectAll().executeTakeFirst();
      return row?.state === 'down' ? row : undefined;
    });
    assert.equal(state.fault, 'The homeserver does not know the hub’s registration.');
  });
});

describe('the registration file', () => {
  it('is what the application service API asks for', () => {
    const options = {homeserver: 'https://m.x', domain: 'town.example', prefix: 'local_chat_'};
    const tokens = {appService: 'as-token', homeserver: 'hs-token'};
    assert.equal(
      registrationFile(options, tokens, 'https://hub.example'),
      `id: "local-widgets-hub"
url: "https://hub.example"
as_token: "as-token"
hs_token: "hs-token"
sender_localpart: "local_chat_hub"
rate_limited: false
receive_ephemeral: true
# the same, for homeservers of before Matrix 1.13
de.sorunome.msc2409.push_ephemeral: true
namespaces:
  users:
    - exclusive: true
      regex: "@local_chat_.*:town\\\\.example"
  aliases:
    - exclusive: true
      regex: "#local_chat_.*:town\\\\.example"
  rooms: []
`,
    );
  });
});
