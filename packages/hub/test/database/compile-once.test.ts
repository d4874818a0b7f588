import assert from 'node:assert/strict';
import {it} from 'node:test';
import {compileOnce} from '../../src/database/compile-once.js';
import {forEachDatabase} from '../support/databases.js';
import {addShop} from '../support/fixtures.js';

forEachDatabase((_name, open) => {
  it('builds a query once for a database, and asks with other values each time', async () => {
    const {db} = await open();
    await addShop(db, {id: 'fournil'});
    await addShop(db, {id: 'ferme'});
    let built = 0;
    const query = compileOnce((database, {shop, most}: {shop: string; most: number | null}) => {
      built++;
      return database
        .selectFrom('products')
        .select('id')
        .where('shop_id', '=', shop)
        .where(eb => eb.or([eb('stock', 'is', null), eb('stock', '<=', most)]))
        .where('position', '>=', 1)
        .orderBy('id');
    });
    const ids = async (shop: string, most: number | null) =>
      (await query.run(db, {shop, most})).map(({id}) => id);
    assert.deepEqual(await ids('fournil', 5), ['secret', 'tarte']);
    assert.deepEqual(await ids('ferme', 50), ['secret', 'tablier', 'tarte']);
    assert.deepEqual(await ids('elsewhere', 50), []);
    assert.deepEqual(await ids('fournil', null), ['secret']);
    const inside = await db.transaction().execute(trx => query.run(trx, {shop: 'ferme', most: 5}));
    assert.equal(inside.length, 2);
    assert.equal(built, 1);
    const {parameters} = query.with(db, {shop: 'fournil', most: 7});
    assert.deepEqual(parameters, ['fournil', 7, 1]);
  });
});
