import assert from 'node:assert/strict';
import {it} from 'node:test';
import {isMigrated, migrate} from '../../src/database/migrate.js';
import {forEachDatabase} from '../support/databases.js';

forEachDatabase((_name, open) => {
  it('makes the tables once', async () => {
    const {db, dialect} = await open({isEmpty: true});
    assert.equal(await isMigrated(db, dialect), false);
    assert.deepEqual(await migrate(db, dialect), ['0001-first-tables', '0002-chat', '0004-bridges']);
    assert.deepEqual(await migrate(db, dialect), []);
    assert.equal(await isMigrated(db, dialect), true);
  });
});
