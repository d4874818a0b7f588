import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {root} from '@local-widgets/dev/src/root.js';
import {benchmarkFiles, readBenchmarks} from '../../src/record/benchmarks.js';
import {TOPICS} from '../../src/topics.js';

const folder = `${root}/docs/benchmarks`;

describe('docs/benchmarks', () => {
  it('is what the records in it make, with nothing written by hand', async () => {
    const benchmarks = await readBenchmarks(
      folder,
      TOPICS.map(({name}) => name),
    );
    const files = await benchmarkFiles(folder, benchmarks);
    assert.deepEqual([...files.keys()].sort(), readdirSync(folder).sort());
    for (const [name, text] of files) {
      assert.equal(readFileSync(`${folder}/${name}`, 'utf8'), text, name);
    }
  });

  it('has a run in its history for each record, with the same figures', async () => {
    const {records, history} = await readBenchmarks(folder, []);
    for (const {topic, date, promises} of records.values()) {
      const last = history.findLast(entry => entry.topic === topic);
      assert.ok(last, topic);
      assert.equal(last.date, date, topic);
      const measured = promises.filter(({value}) => !Number.isNaN(value)).map(({name}) => name);
      assert.deepEqual(Object.keys(last.figures), measured, topic);
    }
  });
});
