import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {longForm} from './long-form.js';
import {readApart} from './read-apart.js';
import type {HostileReader} from './reader.js';
import {tableOf} from './table.js';

/**
 * Each reader in a process with little memory, which is ended when it does not come back.
 *
 * @param child The module that goes through the same readers.
 */
export function testReaders(title: string, readers: readonly HostileReader[], child: URL): void {
  const {runs, seed, pumped, isLong} = longForm();
  describe(title, {concurrency: 2}, () => {
    for (const {name, samples} of readers) {
      it(`${name}: come back, as clean values or as a refusal`, async context => {
        const {inputs, ended, faults} = await readApart({reader: name, runs, seed, pumped, child});
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
}
