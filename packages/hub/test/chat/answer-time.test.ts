import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {noteAnswer, usualAnswerTime} from '../../src/chat/hours/answer-time.js';
import type {LoadedRoom} from '../../src/chat/rooms/load-room.js';
import {changeChatSettings, requireShopChat} from '../../src/chat/settings/settings-store.js';
import {DEFAULT_SETTINGS, readSettings} from '../../src/chat/settings/default-settings.js';
import {addShop, NOW, SETTINGS} from '../support/fixtures.js';
import {memoryDatabase} from '../support/memory.js';
import {memoryChat} from './support/memory-chat.js';

const now = NOW.getTime();
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

describe('how long a shop takes to answer', () => {
  const start = async () => {
    const {db} = await memoryDatabase();
    await addShop(db);
    await addShop(db, {id: 'ferme'});
    const add = (minutes: readonly number[], at = now, shop_id = 'fournil') =>
      db
        .insertInto('chat_answers')
        .values(minutes.map(one => ({shop_id, minutes: one, at})))
        .execute();
    const usual = () => usualAnswerTime(db, 'fournil', NOW);
    return {db, add, usual};
  };

  it('is the median of its answers, from five on', async () => {
    const {add, usual} = await start();
    await add([9, 1, 100, 3]);
    await add([5, 5, 5, 5, 5], now, 'ferme');
    assert.equal(await usual(), undefined);
    await add([20]);
    assert.equal(await usual(), 9);
    await add([4]);
    assert.equal(await usual(), 7, 'between the two in the middle, rounded');
  });

  it('counts the last thirty of ninety days', async () => {
    const {add, usual} = await start();
    await add([500, 500, 500, 500, 500]);
    await add(Array<number>(30).fill(10));
    assert.equal(await usual(), 10);
    const old = await start();
    await old.add(Array<number>(5).fill(10), now - 90 * DAY);
    assert.equal(await old.usual(), undefined);
    await old.add(Array<number>(5).fill(10), now - 90 * DAY + 1);
    assert.equal(await old.usual(), 10);
  });

  it('is noted in minutes, when somebody was to be there as they wrote', async () => {
    const {db} = await start();
    const room = {
      row: {shop_id: 'fournil'},
      chat: {...DEFAULT_SETTINGS, hours: 'Mo 08:00-09:00'},
      shop: SETTINGS,
    } as unknown as LoadedRoom;
    const note = (since: number, at: number) =>
      db.transaction().execute(trx => noteAnswer(trx, room, since, new Date(at)));
    await note(now, now + 2.5 * MINUTE);
    await note(now, now + 2.4 * MINUTE);
    await note(now, now - MINUTE);
    await note(now - 1, now + MINUTE);
    await note(now + 60 * MINUTE, now + 70 * MINUTE);
    const rows = await db.selectFrom('chat_answers').selectAll().orderBy('id').execute();
    assert.deepEqual(
      rows.map(({shop_id, minutes, at}) => [shop_id, minutes, at]),
      [
        ['fournil', 3, now + 2.5 * MINUTE],
        ['fournil', 2, now + 2.4 * MINUTE],
        ['fournil', 0, now - MINUTE],
      ],
    );
  });
});

describe('the settings of a shop’s chat', () => {
  it('are those that it set, over the defaults', () => {
    assert.equal(DEFAULT_SETTINGS.isEnabled, false);
    for (const none of [null, undefined, '']) assert.equal(readSettings(none), DEFAULT_SETTINGS);
    assert.deepEqual(readSettings('{"isEnabled":true,"retentionDays":7}'), {
      ...DEFAULT_SETTINGS,
      isEnabled: true,
      retentionDays: 7,
    });
  });

  it('are changed under their lock, and visitors are told who is away', async () => {
    const {context, db, told, clock} = await memoryChat({chat: {hours: 'Mo 08:00-09:00'}});
    const away = (isAway: boolean) =>
      changeChatSettings(context, 'fournil', settings => ({...settings, isAway}));
    assert.equal((await away(true)).isAway, true);
    assert.equal((await requireShopChat(db, 'fournil')).chat.isAway, true);
    await away(false);
    clock.pass(60);
    await away(false);
    const profile = {kind: 'profile', shop: 'fournil'};
    assert.deepEqual(told(), [
      {...profile, isOpen: false, isAway: true},
      {...profile, isOpen: true, isAway: false},
      {...profile, isOpen: false, isAway: false},
    ]);
    const row = await db.selectFrom('chat_settings').selectAll().executeTakeFirstOrThrow();
    assert.equal(row.updated_at, clock.now().getTime());
  });

  it('begin with the defaults, and stay when a change is refused', async () => {
    const {context, db, told} = await memoryChat();
    await db.deleteFrom('chat_settings').execute();
    const refused = changeChatSettings(context, 'fournil', settings => {
      assert.deepEqual(settings, DEFAULT_SETTINGS);
      throw new Error('refused');
    });
    await assert.rejects(refused, /refused/);
    assert.deepEqual(
      [await db.selectFrom('chat_settings').selectAll().execute(), told()],
      [[], []],
    );
    const unknown = changeChatSettings(context, 'nowhere', settings => settings);
    await assert.rejects(unknown, {code: 'not-found'});
    await assert.rejects(requireShopChat(db, 'nowhere'), {code: 'not-found'});
  });
});
