import assert from 'node:assert/strict';
import {after, it} from 'node:test';
import {MatrixBridge} from '../../../src/bridges/matrix/matrix-bridge.js';
import {matrixTokens, registrationFile} from '../../../src/bridges/matrix/registration.js';
import {runBridges} from '../../../src/bridges/run-bridges.js';
import {deleteMessage} from '../../../src/chat/log/delete-message.js';
import {readAfter} from '../../../src/chat/log/read-events.js';
import {addChatShop, listening} from '../../chat/support/chat-hub.js';
import {TestRoom} from '../support/chat-room.js';
import {fileDatabase} from '../support/file-database.js';
import {until} from '../support/until.js';
import {freePort} from '../xmpp/support/prosody.js';
import {Synapse, withoutSynapse} from './support/synapse.js';

const closing: (() => Promise<unknown>)[] = [];
after(async () => {
  for (const close of closing.reverse()) await close();
});

it(
  'talks with a real Synapse, which keeps what the hub does not take',
  {skip: withoutSynapse},
  async () => {
    const synapse = await Synapse.prepare();
    const database = await fileDatabase();
    await addChatShop(database.db, {chat: {matrix: '@paul:localhost'}});
    const matrix = {homeserver: synapse.url, domain: 'localhost', prefix: 'local_chat_'};
    const port = await freePort();
    const start = async () => {
      const hub = await listening(database, {settings: {bridges: {matrix}, port}});
      const bridges = await runBridges(hub.context, [new MatrixBridge(hub.context, matrix)]);
      const stop = async () => {
        await bridges.stop();
        await hub.stop();
      };
      return {hub, context: hub.context, stop};
    };
    let running = await start();
    closing.push(() => running.stop());
    const {context, hub} = running;
    await synapse.start(registrationFile(matrix, await matrixTokens(context.chat), hub.address));
    closing.push(() => synapse.stop());

    const paul = await synapse.register('paul');
    const room = await TestRoom.begin(context, {contact: {name: 'Marie'}});
    const first = await room.visitorSays('Avez-vous du pain ?');
    const remote = await until('an invitation', async () => {
      const {rooms} = (await paul('GET', '/sync')) as {rooms?: {invite?: object}};
      return Object.keys(rooms?.invite ?? {})[0];
    });
    const path = `/rooms/${encodeURIComponent(remote)}`;
    await paul('POST', `${path}/join`, {});
    const timeline = async () => {
      const {chunk} = await paul('GET', `${path}/messages?dir=b&limit=50`);
      return (chunk as {type: string; sender: string; event_id: string; content: {body?: string}}[])
        .filter(({type}) => type === 'm.room.message')
        .reverse();
    };
    const bodies = async () => (await timeline()).map(({content}) => content.body);
    await until('the question', async () => (await bodies()).length === 1);
    assert.deepEqual(await bodies(), ['Avez-vous du pain ?']);

    const say = (body: string, id: string) =>
      paul('PUT', `${path}/send/m.room.message/${id}`, {msgtype: 'm.text', body});
    await say('Oui, trois.', 'a');
    await until('the answer', async () => (await room.texts()).length === 2);

    const [question] = await timeline();
    await paul('POST', `${path}/receipt/m.read/${encodeURIComponent(question!.event_id)}`, {});
    await until('a mark of reading', async () =>
      (await readAfter(context.db, room.id, 0)).some(({kind}) => kind === 'read'),
    );
    const typed = new Promise<void>(resolve => {
      context.chat.fanout.listen({
        told: one => one.kind === 'typing' && resolve(),
        mayHaveMissed: () => undefined,
      });
    });
    await paul('PUT', `${path}/typing/@paul:localhost`, {typing: true, timeout: 5000});
    await typed;

    const deletion = {messageId: first, by: 'author' as const, allowed: () => true};
    await deleteMessage(context, room.id, deletion, {isModerator: true});
    await until('it is gone there', async () => (await bodies())[0] === undefined);

    await running.stop();
    for (const [at, text] of ['un', 'deux', 'trois'].entries()) await say(text, `down-${at}`);
    running = await start();
    const again = new TestRoom(running.context, room.id);
    await until('all came', async () => (await again.texts()).length === 5);
    assert.deepEqual((await again.texts()).slice(2), ['un', 'deux', 'trois']);
  },
);
