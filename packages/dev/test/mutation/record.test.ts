import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {pageWithTable, readRecords} from '../../src/mutation/record.js';
import {root} from '../../src/root.js';

describe('what mutation testing found', () => {
  const records = readRecords(root);

  it('stands in the decision as it was recorded', async () => {
    const page = join(root, 'docs/decisions/0021-mutation-testing.md');
    assert.equal(readFileSync(page, 'utf8'), await pageWithTable(root, records));
  });

  it('is of folders that are still there', () => {
    assert.ok(records.length > 0);
    for (const {path} of records) assert.ok(existsSync(join(root, path)), path);
  });
});
