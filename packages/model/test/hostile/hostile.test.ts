import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {longForm} from './long-form.js';
import {readApart} from './read-apart.js';
import {hostileReaders} from './readers/index.js';
import {tableOf} from './table.js';

const {runs, seed, pumped, isLong} = longForm();

/** Each reader in a process with little memory, which is ended when it does not come back. */
describe('hostile feeds', {concurrency: 2}, () => {
  for (const {name, samples} of hostileReaders) {
    it(`${name}: come back, as clean values or as a refusal`, async context => {
      const options = {reader: name, runs, seed, pumped};
      const {inputs, ended, faults} = await readApart(options);
      assert.deepEqual(faults.slice(0, 20), [], `${faults.length} faults, seed ${seed}`);
      assert.ok(inputs > 100 * samples.length, `only ${inputs} inputs`);
      // a sample that is refused would try nothing
      const plain = ended.filter(({kind}) => kind === 'as it is');
      assert.deepEqual(
        plain.map(({outcome}) => outcome),
        samples.map(() => 'read'),
      );
      if (isLong) context.diagnostic(`\n${tableOf(ended)}`);
    });
  }
});
