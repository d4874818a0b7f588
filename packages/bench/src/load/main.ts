import {mkdir, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {dataFolder} from '../hub/engine.js';
import {runHubCommand, startHubProcess} from '../hub/hub-process.js';
import {HELP, parseOptions, type Options} from './options.js';
import {ask, askedRoutes, type Answers} from './routes.js';
import {countOrders, fillTown} from './town.js';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) {
    say(HELP);
    return;
  }
  const {folder, drop} = await dataFolder();
  try {
    await run(folder, options);
  } finally {
    await drop();
  }
}

async function run(folder: string, options: Options): Promise<void> {
  const env = {LOCAL_HUB_DATA: folder};
  const town = await timed(() => fillTown(env, folder, options));
  say(
    `${options.shops} shops, ${options.products} products, ${options.orders} orders: ` +
      `filled in ${seconds(town.ms)} s, ${megabytes((await stat(town.value.file)).size)} MB`,
  );
  const hub = await startHubProcess(env);
  let failed = 0;
  try {
    const start = await hub.metrics();
    say(`start to /healthz ${hub.coldStart.toFixed(0)} ms, ${start.memory.toFixed(0)} MB`);
    say(HEAD);
    const routes = await askedRoutes(hub.origin, town.value.shops);
    for (const route of routes) {
      const answers = await ask(hub.origin, route, options);
      failed += answers.failed;
      say(lineOf(answers));
    }
    failed += await backUpWhileRunning(folder, hub.origin, {...options, shops: town.value.shops});
    say(`memory at most ${(await hub.peakMemory()).toFixed(0)} MB`);
  } finally {
    await hub.stop();
  }
  if (failed > 0) throw new Error(`${failed} requests were not answered as they should be.`);
}

/** Takes a backup while orders come in, and restores it elsewhere. @returns requests that failed */
async function backUpWhileRunning(
  folder: string,
  origin: string,
  {shops, ...options}: Omit<Options, 'shops'> & {shops: readonly string[]},
): Promise<number> {
  const file = join(folder, 'backup.sqlite');
  const before = countOrders(join(folder, 'hub.sqlite'));
  const ordering = (await askedRoutes(origin, shops)).find(({name}) => name === 'an order')!;
  const answers = ask(origin, {...ordering, name: 'an order, while a backup is taken'}, options);
  const backup = await timed(() => runHubCommand({LOCAL_HUB_DATA: folder}, 'backup', file));
  const told = await answers;
  say(lineOf(told));
  const elsewhere = join(folder, 'restored');
  await mkdir(elsewhere);
  const restore = await timed(() => runHubCommand({LOCAL_HUB_DATA: elsewhere}, 'restore', file));
  const after = countOrders(join(folder, 'hub.sqlite'));
  const restored = countOrders(join(elsewhere, 'hub.sqlite'));
  if (restored < before || restored > after) {
    throw new Error(
      `${restored} orders were restored; there were ${before} before, ${after} after.`,
    );
  }
  say(
    `backup ${seconds(backup.ms)} s, ${megabytes((await stat(file)).size)} MB; ` +
      `restored in ${seconds(restore.ms)} s: ${restored} orders, whole`,
  );
  return told.failed;
}

async function timed<T>(work: () => Promise<T>): Promise<{value: T; ms: number}> {
  const start = performance.now();
  return {value: await work(), ms: performance.now() - start};
}

const seconds = (ms: number): string => (ms / 1000).toFixed(1);
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0);

const HEAD = `${'milliseconds'.padEnd(36)}${['answers/s', 'p50', 'p99', 'most', 'failed']
  .map(head => head.padStart(10))
  .join('')}`;

const lineOf = ({name, perSecond, p50, p99, most, failed}: Answers): string =>
  name.padEnd(36) +
  [perSecond.toFixed(0), p50, p99, most, failed].map(cell => String(cell).padStart(10)).join('');

await main();
