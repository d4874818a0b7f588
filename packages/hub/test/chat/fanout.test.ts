import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {sql} from 'kysely';
import type {Announcement} from '../../src/chat/fanout/fanout.js';
import {PostgresFanout} from '../../src/chat/fanout/postgres-fanout.js';
import {forEachDatabase} from '../support/databases.js';
import type {TestDatabase} from '../support/databases.js';

const room = (from: number): Announcement => ({
  kind: 'room',
  room: 'halles',
  shop: 'fournil',
  from,
  to: from,
});

/** Collects what is told, and lets a test wait for it. */
class Ear {
  readonly told: Announcement[] = [];
  missed = 0;
  #wake = () => {};

  readonly listener = {
    told: (announcement: Announcement) => {
      this.told.push(announcement);
      this.#wake();
    },
    mayHaveMissed: () => {
      this.missed++;
      this.#wake();
    },
  };

  async until(isEnough: () => boolean): Promise<void> {
    while (!isEnough()) await new Promise<void>(resolve => (this.#wake = resolve));
  }
}

const urlOf = ({place}: TestDatabase) => ('url' in place ? place.url : '');

forEachDatabase((name, open) => {
  if (name === 'sqlite') return;
  describe('announcements', () => {
    it('reach all processes in order, and their own at once', async () => {
      const url = urlOf(await open());
      const one = await new PostgresFanout({url, process: 'one'}).start();
      const two = await new PostgresFanout({url, process: 'two'}).start();
      const [near, far] = [new Ear(), new Ear()];
      one.listen(near.listener);
      two.listen(far.listener);
      const all = Array.from({length: 500}, (_, at) => room(at));
      for (const each of all) one.announce(each);
      assert.deepEqual(near.told, all, 'at once');
      await far.until(() => far.told.length === all.length);
      assert.deepEqual(far.told, all);
      two.announce({kind: 'summary', room: 'halles', shop: 'fournil'});
      await near.until(() => near.told.length > all.length);
      assert.deepEqual(near.told.at(-1), {kind: 'summary', room: 'halles', shop: 'fournil'});
      await Promise.all([one.stop(), two.stop()]);
    });

    it('go on when the line was cut, after saying that some may be lost', async () => {
      const database = await open();
      const url = urlOf(database);
      const cut = () =>
        sql`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and query like ${'listen hub_chat%'}`.execute(
          database.db,
        );
      const two = await new PostgresFanout({url, process: 'two'}).start();
      const far = new Ear();
      two.listen(far.listener);
      for (let times = 1; times <= 3; times++) {
        await cut();
        await far.until(() => far.missed === times);
      }
      const one = await new PostgresFanout({url, process: 'one'}).start();
      one.announce(room(1));
      await far.until(() => far.told.length === 1);
      await Promise.all([one.stop(), two.stop()]);
    });

    it('keep nobody waiting when there is no line', async () => {
      const fanout = await new PostgresFanout({
        url: 'postgres://hub@127.0.0.1:1/hub',
        process: 'x',
      }).start();
      const ear = new Ear();
      fanout.listen(ear.listener);
      fanout.announce(room(1));
      assert.deepEqual(ear.told, [room(1)]);
      await fanout.stop();
    });
  });
});
