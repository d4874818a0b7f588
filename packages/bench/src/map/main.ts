import {existsSync} from 'node:fs';
import type {Browser} from 'puppeteer-core';
import {compressedBytes} from '../measuring/compressed-bytes.js';
import {inTurn} from '../measuring/in-turn.js';
import {openBrowser} from '../measuring/open-browser.js';
import {medians} from '../measuring/statistics.js';
import {report} from '../record/report.js';
import {isHopeless, PACKAGES, type ContenderName} from './contenders.js';
import {fromFile, generated, type DataSet} from './data-sets.js';
import {GOOGLE, googleKilobytes} from './google-bytes.js';
import {measure, type Visit} from './measure.js';
import {HELP, parseOptions, type Options} from './options.js';
import {profile} from './profile.js';
import {NOTES, promisesOf, tablesOf, type Result} from './record.js';
import {startServer, type MapServer} from './server.js';
import {hasWebgl, WEBGL_ARGS} from './webgl.js';

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const args = process.argv.slice(2);

async function main(): Promise<void> {
  const options = parseOptions(args, process.env);
  if (options.help) {
    say(HELP);
    return;
  }
  if (!existsSync(`${options.scripts}/local-widgets.js`)) {
    throw new Error(`${options.scripts} holds no built files: run "npm run build" first.`);
  }
  const server = await startServer(options.scripts, options.only);
  const browsers = {plain: await openBrowser(), webgl: await openBrowser(WEBGL_ARGS)};
  try {
    if (options.profile) await profileAll(options, server, browsers.plain);
    else await compareAll(options, server, browsers);
  } finally {
    await Promise.all(Object.values(browsers).map(browser => browser.close()));
    server.close();
  }
}

interface Browsers {
  readonly plain: Browser;
  /** With a graphics card in software, which others need not share. */
  readonly webgl: Browser;
}

type Where = Omit<Visit, 'name' | 'browser'>;

async function compareAll(options: Options, server: MapServer, browsers: Browsers): Promise<void> {
  const isDrawn = await hasWebgl(browsers.webgl);
  const names = options.only.filter(name => name !== 'maplibre' || isDrawn);
  const transferOf = compressedBytes(server.origin);
  const results: Result[] = [];
  for (const {data, throttle} of await runsOf(options)) {
    server.serve(data);
    const where = {origin: server.origin, data, throttle, transferOf};
    results.push(...(await compare(where, names, options.rounds, browsers)));
  }
  await report({
    topic: 'map',
    title: 'The map',
    args,
    rounds: options.rounds,
    browser: await browsers.plain.version(),
    packages: [...PACKAGES, GOOGLE],
    promises: promisesOf(results),
    tables: tablesOf(results, await googleKilobytes()),
    notes: isDrawn ? NOTES : [...NOTES, 'MapLibre is left out: this browser has no WebGL.'],
    all: results,
  });
}

async function profileAll(options: Options, server: MapServer, browser: Browser): Promise<void> {
  const transferOf = compressedBytes(server.origin);
  for (const {data, throttle} of await runsOf(options)) {
    server.serve(data);
    const visit = {browser, origin: server.origin, data, throttle, transferOf};
    say(await profile({...visit, name: 'ours'}, options.scripts));
  }
}

async function compare(
  where: Where,
  names: readonly ContenderName[],
  rounds: number,
  {plain, webgl}: Browsers,
): Promise<Result[]> {
  const {data, throttle} = where;
  const measured = await inTurn(
    names.filter(name => !isHopeless(name, data.count, throttle)),
    {rounds, title: `${data.name}, CPU ×${throttle}`},
    name => measure({...where, name, browser: name === 'maplibre' ? webgl : plain}),
  );
  return names.map(contender => {
    const about = {data: data.name, places: data.count, throttle, contender};
    const figures = measured.get(contender);
    return figures ? {...about, figures: medians(figures), rounds: figures} : about;
  });
}

interface Run {
  readonly data: DataSet;
  readonly throttle: number;
}

async function runsOf({places, sizes, throttles, slowSizes}: Options): Promise<Run[]> {
  const file = places === undefined ? [] : await fromFile(places);
  if (places === undefined) {
    say('No real places: name a file with --places, or its folder in LOCAL_WIDGETS_DATA.');
  }
  return [...file, ...sizes.map(generated)].flatMap(data =>
    throttles
      .filter(throttle => throttle === 1 || !data.hasServices || slowSizes.includes(data.count))
      .map(throttle => ({data, throttle})),
  );
}

await main();
