import {parseArgs} from 'node:util';
import {inputsOf} from './corpus/inputs.js';
import {faultsIn} from './invariants.js';
import type {HostileReader} from './reader.js';
import type {Report} from './report.js';

const tell = (report: Report): void => void process.send?.(report);

/**
 * One of the readers goes through its inputs, and tells before and after each: who started this process ends it
 * when it hears nothing any more, and takes its death for an input that was too much.
 */
export async function goThrough(readers: readonly HostileReader[]): Promise<void> {
  const {values} = parseArgs({
    options: {
      reader: {type: 'string', default: ''},
      runs: {type: 'string', default: '4'},
      seed: {type: 'string', default: '1'},
      pumped: {type: 'string', default: '25000'},
      after: {type: 'string', default: '-1'},
    },
  });
  const reader = readers.find(({name}) => name === values.reader);
  if (!reader) throw new Error(`no reader is called ${values.reader}`);
  const [runs, seed, pumped] = [values.runs, values.seed, values.pumped].map(Number) as [
    number,
    number,
    number,
  ];
  let number = -1;
  for (const sample of reader.samples) {
    for (const {kind, name, make} of inputsOf(sample, {runs, seed, pumped})) {
      if (++number <= Number(values.after)) continue;
      const input = make();
      const told = {number, kind, name: `${sample.name}, ${name}`};
      tell({...told, event: 'begins'});
      const before = process.cpuUsage();
      const {outcome, faults} = await tried(reader, input);
      const {user, system} = process.cpuUsage(before);
      const rss = process.memoryUsage.rss();
      const cost = {bytes: input.length, milliseconds: (user + system) / 1000, rss};
      tell({...told, event: 'ended', outcome, faults, ...cost});
    }
  }
  const all: Report = {event: 'all', number, kind: '', name: ''};
  // who hangs up at once may cut off what is still on its way
  process.send?.(all, () => process.disconnect());
}

async function tried(
  reader: HostileReader,
  input: string | Uint8Array,
): Promise<{outcome: 'read' | 'refused'; faults: string[]}> {
  try {
    const result = await reader.read(input);
    return {outcome: 'read', faults: [...faultsIn(result), ...(reader.check?.(result) ?? [])]};
  } catch (error) {
    if (reader.isRefusal?.(error)) return {outcome: 'refused', faults: []};
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return {outcome: 'read', faults: [`threw ${said}`]};
  }
}
