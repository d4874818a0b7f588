import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {readFigures, readRgesn} from '../../src/evidence/figures.js';
import {hasTest} from '../../src/evidence/test-titles.js';
import {evidencePages} from '../../src/evidence/write-pages.js';
import {root} from '../../src/root.js';
import {describeWidgets} from '../../src/widgets/describe.js';

describe('the pages of evidence', async () => {
  const pages = await evidencePages(root);

  for (const [file, text] of pages) {
    it(`are not stale: ${file}`, () => {
      assert.equal(readFileSync(join(root, file), 'utf8'), text, 'npm run evidence:pages');
    });
  }
});

describe('the figures of the widgets', () => {
  const widgets = describeWidgets(root).packages.flatMap(one => one.widgets);
  const {widgets: figures} = readFigures(root);

  it('are there for each widget', () => {
    assert.deepEqual(
      figures.map(({widget}) => widget).sort(),
      widgets.map(({name}) => name).sort(),
    );
  });

  for (const {widget: name, loaded, used, restingRequests} of figures) {
    it(`are what widgets.json says: ${name}`, () => {
      const {storage} = widgets.find(widget => widget.name === name)!;
      const kinds = storage.map(({area, key}) => `${area} ${key.split('{')[0]}`);
      const strangers = used.keys.filter(key => !kinds.some(kind => key.startsWith(kind)));
      assert.deepEqual([loaded.keys, loaded.cookies, used.cookies], [[], 0, 0]);
      assert.deepEqual([strangers, loaded.others], [[], []]);
      assert.equal(restingRequests.loaded, 0);
      assert.equal(restingRequests.used, 0);
    });
  }
});

describe('the criteria of the RGESN', () => {
  const {criteria} = readRgesn(root);

  it('are all there', () => {
    assert.equal(new Set(criteria.map(({number}) => number)).size, 78);
  });

  it('that are met cite what is there', () => {
    const problems = criteria.flatMap(({number, status, tests = [], files = []}) => [
      ...(status === 'C' && tests.length + files.length === 0 ? [`${number}: nothing`] : []),
      ...tests
        .filter(({file, title}) => !hasTest(root, file, title))
        .map(({title}) => `${number}: ${title}`),
      ...files.filter(file => !existsSync(join(root, file))).map(file => `${number}: ${file}`),
    ]);
    assert.deepEqual(problems, []);
  });
});
