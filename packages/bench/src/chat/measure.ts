import {setTimeout as wait} from 'node:timers/promises';
import {cpuSeconds} from './cpu-time.js';
import type {OpenTown, TownSize} from './town.js';

/** Messages that each room says while everybody is away. */
const MISSED = 5;
/** Milliseconds in which the last delivery must arrive once nobody speaks any more. */
const PATIENCE = 120_000;

/** How a town told its messages, in one round. */
export interface Figures {
  delivered: number;
  p50: number;
  p99: number;
  cpu: number;
  /** Deliveries for each second of processor time of the server. */
  perCore: number;
  /** Milliseconds. */
  comeBack: number | undefined;
}

/** Opens a town, lets it talk, and closes it; messages that do not arrive are an error. */
export async function measure(open: OpenTown, size: TownSize): Promise<Figures> {
  const delays: number[] = [];
  const town = await open(size, text => delays.push(performance.now() - Number(text)));
  try {
    const used = (): number => town.processes.reduce((sum, pid) => sum + cpuSeconds(pid), 0);
    const before = used();
    const start = performance.now();
    const count = size.rate * size.seconds;
    const said: Promise<void>[] = [];
    for (let at = 0; at < count; at++) {
      const late = start + (at * 1000) / size.rate - performance.now();
      if (late > 0) await wait(late);
      said.push(town.say(at % size.rooms, String(performance.now())));
    }
    await Promise.all(said);
    const expected = count * size.visitors;
    const end = performance.now() + PATIENCE;
    while (delays.length < expected && performance.now() < end) await wait(20);
    const cpu = used() - before;
    // what is heard from here on was said to those who were away
    const told = delays.toSorted((one, other) => one - other);
    const delivered = told.length;
    const comeBack = await town.comeBack?.(async () => {
      for (let turn = 0; turn < MISSED; turn++) {
        for (let room = 0; room < size.rooms; room++) await town.say(room, '0');
      }
    }, MISSED);
    const at = (share: number): number => told[Math.floor(share * (delivered - 1))] ?? NaN;
    const perCore = delivered / cpu;
    if (delivered < expected) throw new Error(`${delivered} of ${expected} messages arrived.`);
    return {
      delivered,
      p50: at(0.5),
      p99: at(0.99),
      cpu,
      perCore,
      comeBack,
    };
  } finally {
    await town.stop();
  }
}
