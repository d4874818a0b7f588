import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {closePublicRoom, putPublicRoom} from '../../src/chat/rooms/public-rooms.js';
import {changeState} from '../../src/chat/rooms/room-state.js';
import {addChatShop} from './support/chat-hub.js';
import {ROOM, Visitor} from './support/guests.js';
import {memoryChat} from './support/memory-chat.js';

/** A hub in memory, the log of its rooms, and what moderators are noted to have done. */
async function start() {
  const all = await memoryChat();
  const {context, db} = all;
  const halles = {shop: 'fournil', roomId: 'halles', personId: 'paul'};
  const put = (changes: Partial<Parameters<typeof putPublicRoom>[1]> = {}) =>
    putPublicRoom(context, {...halles, settings: ROOM, ...changes});
  const close = (changes: Partial<typeof halles> = {}) =>
    closePublicRoom(context, {...halles, ...changes});
  const row = () =>
    db.selectFrom('rooms').selectAll().where('id', '=', 'halles').executeTakeFirstOrThrow();
  const log = async () =>
    (await db.selectFrom('chat_events').selectAll().orderBy('seq').execute()).map(
      ({seq, kind, data}) => [seq, kind, JSON.parse(data ?? 'null') as unknown],
    );
  const audited = async () =>
    (await db.selectFrom('chat_audit').selectAll().orderBy('id').execute()).map(
      ({shop_id, room_id, person_id, action, subject}) =>
        [shop_id, room_id, person_id, action, subject].join(' '),
    );
  return {...all, put, close, row, log, audited};
}

const open = {state: 'open', by: 'shop'};
const ended = {state: 'ended', by: 'shop'};
const news = (seq: number) =>
  ({kind: 'room', room: 'halles', shop: 'fournil', from: seq, to: seq}) as const;

describe('a public room', () => {
  it('is made with its settings, and told to desks alone', async () => {
    const {put, row, log, told, audited, clock} = await start();
    await put();
    const at = clock.now().getTime();
    const {visitor_id, contact, page, order_id, assignee_id, ...made} = await row();
    assert.deepEqual([visitor_id, contact, page, order_id, assignee_id], Array(5).fill(null));
    assert.deepEqual(made, {
      ...{id: 'halles', shop_id: 'fournil', kind: 'public', state: 'open', language: 'fr'},
      settings: JSON.stringify(ROOM),
      ...{is_blocked: 0, last_seq: 0, first_seq: 1, mailed_seq: 0},
      ...{visitor_read: 0, visitor_delivered: 0, shop_read: 0, shop_delivered: 0},
      ...{waiting_since: null, mail_due_at: null, last_at: at, created_at: at, erased_at: null},
    });
    assert.deepEqual(told(), [{kind: 'summary', shop: 'fournil', room: 'halles'}]);
    assert.deepEqual(await log(), []);
    assert.deepEqual(await audited(), ['fournil halles paul room Place du marché']);
  });

  it('is changed, which those in it are told to read anew', async () => {
    const {put, row, log, told, audited} = await start();
    await put();
    told();
    await put({settings: {...ROOM, name: 'Halles'}, personId: undefined});
    assert.deepEqual(JSON.parse((await row()).settings!), {...ROOM, name: 'Halles'});
    assert.deepEqual([await log(), told()], [[[1, 'state', open]], [news(1)]]);
    assert.equal((await audited())[1], 'fournil halles  room Halles');
  });

  it('is the same when nothing is changed', async () => {
    const {put, row, log, told, audited} = await start();
    await put();
    const before = await row();
    told();
    await put();
    assert.deepEqual([await row(), await log(), told()], [before, [], []]);
    assert.equal((await audited()).length, 1);
  });

  it('is closed, once, and opened by the same settings', async () => {
    const {put, close, row, log, told, audited} = await start();
    await put();
    told();
    await close();
    await close();
    assert.equal((await row()).state, 'ended');
    await put();
    assert.equal((await row()).state, 'open');
    assert.deepEqual(await log(), [
      [1, 'state', ended],
      [2, 'state', open],
    ]);
    assert.deepEqual(told(), [news(1), news(2)]);
    assert.deepEqual((await audited()).slice(1), [
      'fournil halles paul close-room ',
      'fournil halles paul room Place du marché',
    ]);
  });

  it('has an id of its own, which is no conversation’s', async () => {
    const {put, close, hub, db, audited} = await start();
    await addChatShop(db, {id: 'ferme'});
    const visitor = new Visitor(hub);
    const conversation = await visitor.begin();
    await put();
    await assert.rejects(put({roomId: conversation}), {code: 'invalid'});
    await assert.rejects(put({shop: 'ferme'}), {code: 'invalid'});
    await db.updateTable('rooms').set({kind: 'conversation'}).where('id', '=', 'halles').execute();
    await assert.rejects(put(), {code: 'invalid'});
    for (const wrong of [{}, {shop: 'ferme'}, {roomId: conversation}, {roomId: 'nowhere'}]) {
      await assert.rejects(close(wrong), {code: 'not-found'});
    }
    await db.updateTable('rooms').set({kind: 'public'}).where('id', '=', 'halles').execute();
    await assert.rejects(close({shop: 'ferme'}), {code: 'not-found'});
    assert.equal((await audited()).length, 1, 'what was refused is not noted');
  });
});

describe('the state of a room', () => {
  it('changes once, with what belongs to it', async () => {
    const {put, context, row, log, told} = await start();
    await put();
    told();
    let also = 0;
    const change = (state: 'open' | 'ended', by: 'visitor' | 'hub') =>
      changeState(context, 'halles', {state, by}, async () => {
        also++;
        await Promise.resolve();
      });
    await change('open', 'hub');
    assert.deepEqual([also, await log(), told()], [0, [], []]);
    await change('ended', 'visitor');
    await change('ended', 'hub');
    assert.deepEqual([also, (await row()).state], [1, 'ended']);
    await changeState(context, 'halles', {state: 'open', by: 'shop'});
    assert.deepEqual(await log(), [
      [1, 'state', {state: 'ended', by: 'visitor'}],
      [2, 'state', open],
    ]);
    assert.deepEqual(told(), [news(1), news(2)]);
  });

  it('stays when what belongs to it fails', async () => {
    const {put, context, row, log, told} = await start();
    await put();
    told();
    const failing = changeState(context, 'halles', {state: 'ended', by: 'shop'}, () =>
      Promise.reject(new Error('full')),
    );
    await assert.rejects(failing, /full/);
    assert.deepEqual([(await row()).state, await log(), told()], ['open', [], []]);
    const nowhere = changeState(context, 'nowhere', {state: 'ended', by: 'shop'});
    await assert.rejects(nowhere, {code: 'not-found'});
  });
});
