import {setTimeout as wait} from 'node:timers/promises';
import type {Device} from './device.js';
import type {FaultyWay} from './faulty-way.js';
import type {TwoHubs} from './two-hubs.js';

interface Town {
  hubs: TwoHubs;
  way: FaultyWay;
  devices: readonly Device[];
  /** 0 … 1, seeded. */
  chance: () => number;
}

/** Milliseconds that a device sleeps, at most. */
const LONGEST_SLEEP = 1500;
/** Milliseconds that a clock jumps, at most: four hours, to either side. */
const LONGEST_JUMP = 4 * 3_600_000;

/** What can go wrong, by name; each ends by itself. */
export function troubles({hubs, way, devices, chance}: Town) {
  const someone = (): Device => devices[Math.floor(chance() * devices.length)]!;
  return {
    'hub killed': () => hubs.kill(chance() < 0.5 ? 0 : 1),
    'connections cut': () => way.cut(),
    'streams half open': () => way.freeze(),
    'device asleep': () => {
      const device = someone();
      device.sleep();
      void wait(chance() * LONGEST_SLEEP).then(() => device.wake());
    },
    'page loaded anew': () => someone().reload(),
    'clock jumped': () => someone().jump((chance() - 0.5) * 2 * LONGEST_JUMP),
  };
}
