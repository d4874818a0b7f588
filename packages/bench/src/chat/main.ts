import {parseArgs} from 'node:util';
import {setTimeout as wait} from 'node:timers/promises';
import {findExecutable} from '@local-widgets/dev/src/browsers/find-executable.js';
import {cpuSeconds} from './cpu-time.js';
import {hubTown} from './hub-town.js';
import {prosodyTown} from './prosody-town.js';
import type {OpenTown, TownSize} from './town.js';

/** Messages that each room says while everybody is away. */
const MISSED = 5;
/** Milliseconds in which the last delivery must arrive once nobody speaks any more. */
const PATIENCE = 30_000;

interface Figures {
  title: string;
  expected: number;
  delivered: number;
  p50: number;
  p99: number;
  cpu: number;
  /** Deliveries for each second of processor time of the server. */
  perCore: number;
  /** Milliseconds. */
  comeBack?: number | undefined;
}

async function measure(open: OpenTown, size: TownSize): Promise<Figures> {
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
    return {
      title: town.title,
      expected,
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

const HELP = `npm run bench:chat -- [options]
  --rooms N      rooms (20)
  --visitors N   visitors in each room (50)
  --rate N       messages a second, all rooms together (100)
  --seconds N    for so long (10)
  --rounds N     each contender so many times, in turn (3)`;

async function main(): Promise<void> {
  const {values} = parseArgs({
    options: {
      rooms: {type: 'string', default: '20'},
      visitors: {type: 'string', default: '50'},
      rate: {type: 'string', default: '100'},
      seconds: {type: 'string', default: '10'},
      rounds: {type: 'string', default: '3'},
      help: {type: 'boolean', default: false},
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const [rooms, visitors, rate, seconds, rounds] = [
    values.rooms,
    values.visitors,
    values.rate,
    values.seconds,
    values.rounds,
  ].map(Number) as [number, number, number, number, number];
  const hasProsody = findExecutable(['prosody']) !== undefined;
  if (!hasProsody)
    console.log('Prosody is not installed (Debian: prosody, lua-dbi-sqlite3): the hub alone.');
  const contenders = hasProsody ? [hubTown, prosodyTown] : [hubTown];
  for (let round = 1; round <= rounds; round++) {
    for (const open of contenders) {
      const figures = await measure(open, {rooms, visitors, rate, seconds});
      console.log(`round ${round}: ${line(figures)}`);
    }
  }
}

function line({title, expected, delivered, p50, p99, cpu, perCore, comeBack}: Figures): string {
  const back =
    comeBack === undefined
      ? ''
      : `, all back with what they missed in ${(comeBack / 1000).toFixed(2)} s`;
  return `${title}: ${delivered} of ${expected} deliveries, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, ${cpu.toFixed(2)} s of processor, ${Math.round(perCore)} deliveries per second and core${back}`;
}

await main();
