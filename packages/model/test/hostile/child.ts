import {parseArgs} from 'node:util';
import {inputsOf} from './corpus/inputs.js';
import {faultsIn} from './invariants.js';
import type {Report} from './report.js';
import {hostileReaders} from './readers/index.js';

/**
 * One reader goes through its inputs, and tells before and after each: who started this process ends it when it
 * hears nothing any more, and takes its death for an input that was too much.
 */
const {values} = parseArgs({
  options: {
    reader: {type: 'string'},
    runs: {type: 'string', default: '20'},
    seed: {type: 'string', default: '1'},
    pumped: {type: 'string', default: '50000'},
    after: {type: 'string', default: '-1'},
  },
});
const tell = (report: Report): void => void process.send?.(report);

const reader = hostileReaders.find(({name}) => name === values.reader);
if (!reader) throw new Error(`no reader is called ${String(values.reader)}`);
const options = {
  runs: Number(values.runs),
  seed: Number(values.seed),
  pumped: Number(values.pumped),
};
let number = 0;
for (const sample of reader.samples) {
  for (const {kind, name, make} of inputsOf(sample, options)) {
    if (number++ <= Number(values.after)) continue;
    const input = make();
    const told = {number: number - 1, kind, name: `${sample.name}, ${name}`};
    tell({...told, event: 'begins'});
    const before = process.cpuUsage();
    const faults: string[] = [];
    let outcome = 'read';
    try {
      const result = await reader.read(input);
      faults.push(...faultsIn(result), ...(reader.check?.(result) ?? []));
    } catch (error) {
      if (reader.isRefusal?.(error)) outcome = 'refused';
      else
        faults.push(
          `threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        );
    }
    const {user, system} = process.cpuUsage(before);
    const rss = process.memoryUsage.rss();
    tell({
      ...told,
      event: 'ended',
      outcome,
      faults,
      bytes: input.length,
      milliseconds: (user + system) / 1000,
      rss,
    });
  }
}
tell({event: 'all', number, kind: '', name: ''});
process.disconnect?.();
