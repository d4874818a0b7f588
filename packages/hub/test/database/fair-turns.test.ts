import assert from 'node:assert/strict';
import {it} from 'node:test';
import {forEachDatabase} from '../support/databases.js';
import {testHub} from '../support/test-hub.js';

forEachDatabase((_name, open) => {
  it('lets others in while a long work asks the database one thing after the other', async () => {
    const {context} = await testHub(await open());
    let turns = 0;
    const count = () => {
      turns++;
      counting = setImmediate(count);
    };
    let counting = setImmediate(count);
    // for as long as a person notices, however fast the machine is
    for (const end = performance.now() + 100; performance.now() < end;) {
      await context.db.selectFrom('shops').select('id').execute();
    }
    clearImmediate(counting);
    assert.ok(turns > 1, `${turns} turns`);
  });
});
