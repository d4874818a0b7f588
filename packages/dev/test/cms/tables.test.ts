import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {sourcesOf} from '../../src/cms/plugins.js';
import {PAGES, withTables} from '../../src/cms/tables.js';
import {root} from '../../src/root.js';

describe('the pages about content systems', () => {
  const {json} = sourcesOf();

  for (const [page, tables] of Object.entries(PAGES)) {
    it(`${page} says what widgets.json says; "npm run cms" writes it`, async () => {
      const file = join(root, page);
      const text = readFileSync(file, 'utf8');
      assert.equal(text, await withTables(file, text, tables(json)));
    });
  }

  it('need their marks', async () => {
    await assert.rejects(withTables('a.md', '# Page', ''), /a\.md has no <!-- widgets:start -->/);
  });
});
