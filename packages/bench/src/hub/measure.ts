import {setTimeout as sleep} from 'node:timers/promises';
import {startBareServer} from './bare-process.js';
import {openByHand} from './by-hand.js';
import type {BenchDatabase} from './engine.js';
import {startHubProcess, type RunningHub} from './hub-process.js';
import {burst, customersOf, numbersTo, steady, type Numbers, type Place} from './load.js';
import type {Contender, Options} from './options.js';

/** What one contender gives in one round; only the hub gives more than what its rate is made of. */
export interface Figures {
  /** Durable orders a second. */
  readonly rate: number;
  /** Milliseconds of a processor that the contender used for each of them; the database's own are not in it. */
  readonly processor?: number;
  /** The same of whoever sent them. */
  readonly sender?: number;
  /** Milliseconds of each order at the steady pace. */
  readonly latencies?: readonly number[];
  /** Milliseconds from the start of the process to its first good answer. */
  readonly coldStart?: number;
  /** Megabytes of the process: when it has started, after the steady pace, right after the load, at rest. */
  readonly memoryAtStart?: number;
  readonly memorySteady?: number;
  readonly memoryLoaded?: number;
  readonly memoryAtRest?: number;
  /** The most that it ever had. */
  readonly memoryPeak?: number;
  /** Seconds after the load until the outbox is empty. */
  readonly outboxSeconds?: number;
}

/** Orders before anything is measured: code is compiled, connections are open. */
const WARM_UP = 300;
const STEADY_PACE = 20;
/** Milliseconds for which a hub is left alone before its memory at rest is read. */
const REST = 3000;
/** Milliseconds in which an outbox must be empty. */
const DRAIN_PATIENCE = 120_000;

export type Load = Pick<Options, 'orders' | 'connections' | 'seconds' | 'nodeFlags'>;

/** One turn of a contender with its own database; nothing runs afterwards. */
export async function measure(
  contender: Contender,
  database: BenchDatabase,
  numbers: Numbers,
  load: Load,
): Promise<Figures> {
  if (contender === 'hand') return measureByHand(database, numbers, load);
  if (contender === 'bare') return measureBare(database, numbers, load);
  const hub = await startHubProcess(database.env, {
    isQuiet: contender === 'quiet',
    nodeFlags: load.nodeFlags,
  });
  try {
    return await (contender === 'quiet' ? measureQuiet : measureHub)(hub, numbers, load);
  } finally {
    await hub.stop();
  }
}

async function measureByHand(
  database: BenchDatabase,
  numbers: Numbers,
  load: Load,
): Promise<Figures> {
  const {place, close} = await openByHand(database.target);
  try {
    await warmUp(place, numbers, load);
    const {rate, sender: processor} = await rateOf(place, numbers, load);
    return {rate, processor};
  } finally {
    await close();
  }
}

async function measureBare(
  database: BenchDatabase,
  numbers: Numbers,
  load: Load,
): Promise<Figures> {
  const server = await startBareServer(database.target);
  const {place, close} = await numbersTo(server.origin, load.connections);
  try {
    await warmUp(place, numbers, load);
    return await rateOf(place, numbers, load, server.processor);
  } finally {
    close();
    await server.stop();
  }
}

const measureQuiet = (hub: RunningHub, numbers: Numbers, load: Load): Promise<Figures> =>
  withCustomers(hub, load, async place => {
    await warmUp(place, numbers, load);
    return rateOf(place, numbers, load, processorOf(hub));
  });

async function measureHub(hub: RunningHub, numbers: Numbers, load: Load): Promise<Figures> {
  const {memory: memoryAtStart} = await hub.metrics();
  return withCustomers(hub, load, async place => {
    await warmUp(place, numbers, load);
    await emptyOutbox(hub);
    const pace = {numbers, perSecond: STEADY_PACE, seconds: load.seconds};
    const latencies = await steady(place, pace);
    await emptyOutbox(hub);
    const {memory: memorySteady} = await hub.metrics();
    const rate = await rateOf(place, numbers, load, processorOf(hub));
    const {memory: memoryLoaded} = await hub.metrics();
    const outboxSeconds = await emptyOutbox(hub);
    const memoryPeak = await hub.peakMemory();
    await sleep(REST);
    const {memory: memoryAtRest} = await hub.metrics();
    const {coldStart} = hub;
    return {
      ...rate,
      latencies,
      coldStart,
      memoryAtStart,
      memorySteady,
      memoryLoaded,
      memoryAtRest,
      memoryPeak,
      outboxSeconds,
    };
  });
}

const processorOf = (hub: RunningHub) => async (): Promise<number> =>
  (await hub.metrics()).processor;

interface Rate {
  readonly rate: number;
  readonly sender: number;
  readonly processor?: number;
}

/** @param processor milliseconds that the contender has used so far, where it is a process of its own */
async function rateOf(
  place: Place,
  numbers: Numbers,
  load: Load,
  processor?: () => Promise<number>,
): Promise<Rate> {
  const before = await processor?.();
  const own = process.cpuUsage();
  const rate = await burst(place, {numbers, ...load});
  const {user, system} = process.cpuUsage(own);
  const sender = (user + system) / 1000 / load.orders;
  if (before === undefined) return {rate, sender};
  return {rate, sender, processor: ((await processor!()) - before) / load.orders};
}

export const warmUp = (place: Place, numbers: Numbers, {connections}: Load): Promise<number> =>
  burst(place, {numbers, orders: WARM_UP, connections});

export async function withCustomers<T>(
  {origin}: RunningHub,
  {connections}: Load,
  work: (place: Place) => Promise<T>,
): Promise<T> {
  const {place, close} = await customersOf(origin, connections);
  try {
    return await work(place);
  } finally {
    close();
  }
}

/** Waits until nothing is left to send. @returns seconds that it took */
async function emptyOutbox(hub: RunningHub): Promise<number> {
  const start = performance.now();
  while ((await hub.metrics()).waiting > 0) {
    if (performance.now() - start > DRAIN_PATIENCE) throw new Error('The outbox does not empty.');
    await sleep(100);
  }
  return (performance.now() - start) / 1000;
}
