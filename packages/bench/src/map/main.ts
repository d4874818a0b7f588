import {existsSync} from 'node:fs';
import {mkdir, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import type {Browser} from 'puppeteer-core';
import {compressedBytes} from '../measuring/compressed-bytes.js';
import {inTurn} from '../measuring/in-turn.js';
import {openBrowser} from '../measuring/open-browser.js';
import {medians} from '../measuring/statistics.js';
import {chooseContenders, isHopeless, type ContenderName} from './contenders.js';
import {fromFile, generated, type DataSet} from './data-sets.js';
import {measure, type Visit} from './measure.js';
import {HELP, parseOptions, type Options} from './options.js';
import {profile} from './profile.js';
import {table, targets, type Result} from './report.js';
import {startServer, type MapServer} from './server.js';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2), process.env);
  if (options.help) {
    say(HELP);
    return;
  }
  if (!existsSync(`${options.scripts}/local-widgets.js`)) {
    throw new Error(`${options.scripts} holds no built files: run "npm run build" first.`);
  }
  const {names, leftOut} = chooseContenders(options.profile ? ['ours'] : options.only);
  leftOut.forEach(say);
  const server = await startServer(options.scripts, names);
  const browser = await openBrowser();
  try {
    await run(options, names, server, browser);
  } finally {
    await browser.close();
    server.close();
  }
}

async function run(
  options: Options,
  names: readonly ContenderName[],
  server: MapServer,
  browser: Browser,
): Promise<void> {
  const results: Result[] = [];
  const transferOf = compressedBytes(server.origin);
  for (const data of await dataSets(options)) {
    server.serve(data);
    for (const throttle of options.throttles) {
      const visit = {browser, origin: server.origin, data, throttle, transferOf};
      if (options.profile) say(await profile({...visit, name: 'ours'}, options.scripts));
      else {
        const block = await compare(visit, names, options.rounds);
        say(table(block));
        results.push(...block);
      }
    }
  }
  if (options.profile) return;
  const ours = results.filter(({contender}) => contender === 'ours');
  for (const result of ours) say(`\n${targets(result, results)}`);
  const version = await browser.version();
  await save({browser: version, rounds: options.rounds, results});
}

/** All contenders in each round, so that a busy moment of the machine falls on all of them. */
async function compare(
  visit: Omit<Visit, 'name'>,
  names: readonly ContenderName[],
  rounds: number,
): Promise<Result[]> {
  const {data, throttle} = visit;
  const isLeftOut = (name: ContenderName): boolean => isHopeless(name, data.count, throttle);
  const measured = await inTurn(
    names.filter(name => !isLeftOut(name)),
    {rounds, title: `${data.name}, CPU ×${throttle}`},
    name => measure({...visit, name}),
  );
  return names.map(contender => {
    const about = {data: data.name, places: data.count, throttle, contender};
    const figures = measured.get(contender);
    return figures
      ? {...about, figures: medians(figures), rounds: figures}
      : {...about, note: 'left out: it takes minutes'};
  });
}

async function dataSets({places, sizes}: Options): Promise<DataSet[]> {
  const file = places === undefined ? [] : await fromFile(places);
  if (places === undefined) {
    say('No real places: name a file with --places, or its folder in LOCAL_WIDGETS_DATA.');
  }
  return [...file, ...sizes.map(generated)];
}

async function save(report: object): Promise<void> {
  const folder = fileURLToPath(new URL('../../results', import.meta.url));
  await mkdir(folder, {recursive: true});
  await writeFile(`${folder}/map.json`, `${JSON.stringify(report, null, 2)}\n`);
  say(`\nAll rounds: packages/bench/results/map.json`);
}

await main();
