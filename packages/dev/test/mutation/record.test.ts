import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {pageWithTable, readRecords} from '../../src/mutation/record.js';
import {LEAST, scoreOf} from '../../src/mutation/scores.js';
import {root} from '../../src/root.js';

describe('what mutation testing found', () => {
  const records = readRecords(root);

  it('stands in the decision as it was recorded', async () => {
    const page = join(root, 'docs/decisions/0021-mutation-testing.md');
    assert.equal(readFileSync(page, 'utf8'), await pageWithTable(root, records));
  });

  it('is enough in every folder, and each of them is still there', () => {
    assert.ok(records.length > 0);
    for (const record of records) {
      assert.ok(scoreOf(record) >= LEAST, record.path);
      assert.ok(existsSync(join(root, record.path)), record.path);
    }
  });
});
