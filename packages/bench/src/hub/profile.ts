import type {BenchDatabase} from './engine.js';
import {startHubProcess} from './hub-process.js';
import {connectInspector} from './inspector.js';
import {burst} from './load.js';
import {warmUp, withCustomers, type Load} from './measure.js';
import type {Contender} from './options.js';
import {byFunction, byPackage, type CpuProfile, type Share} from './profile-shares.js';

const SHOWN = 25;
/** Microseconds between two looks at the stack. */
const INTERVAL = 200;

/** Where the time of a hub goes while it takes orders as fast as it can. */
export async function profileHub(
  contender: Contender,
  database: BenchDatabase,
  load: Load,
): Promise<string> {
  const options = {
    isQuiet: contender === 'quiet',
    nodeFlags: [...load.nodeFlags, '--inspect=127.0.0.1:0'],
  };
  const hub = await startHubProcess(database.env, options);
  try {
    const inspector = await connectInspector(hub.inspector ?? '');
    return await withCustomers(hub, load, async place => {
      const numbers = {next: 0};
      await warmUp(place, numbers, load);
      await inspector.send('Profiler.enable');
      await inspector.send('Profiler.setSamplingInterval', {interval: INTERVAL});
      await inspector.send('Profiler.start');
      const rate = await burst(place, {numbers, ...load});
      const {profile} = (await inspector.send('Profiler.stop')) as {profile: CpuProfile};
      inspector.close();
      return describe(profile, rate, load.orders);
    });
  } finally {
    await hub.stop();
  }
}

function describe(profile: CpuProfile, rate: number, orders: number): string {
  const line = ({name, own, total}: Share): string =>
    [own, total].map(ms => (ms / orders).toFixed(3).padStart(9)).join('') + `  ${name}`;
  const heads = `${'own'.padStart(9)}${'total'.padStart(9)}`;
  return [
    `${rate.toFixed(0)} orders/s while it was watched; milliseconds of an order`,
    `${heads}  by package`,
    ...byPackage(profile).slice(0, SHOWN).map(line),
    `${heads}  by function, what it calls included`,
    ...byFunction(profile).slice(0, SHOWN).map(line),
    `${heads}  by function alone`,
    ...byFunction(profile)
      .sort((a, b) => b.own - a.own)
      .slice(0, SHOWN)
      .map(line),
  ].join('\n');
}
