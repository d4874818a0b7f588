import {existsSync} from 'node:fs';
import {mkdir, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {chromium, chromiumArgs} from '@local-widgets/dev/src/browsers/chromium.js';
import {root} from '@local-widgets/dev/src/root.js';
import {launch, type Browser} from 'puppeteer-core';
import {compressedBytes} from '../transfer.js';
import {CONTENDERS, type ContenderName} from './contenders.js';
import {generated} from './data-set.js';
import {measure, type Figures} from './measure.js';
import {table, targets, type Result} from './report.js';
import {startServer} from './server.js';

const HELP = `npm run bench:calendar -w @local-widgets/bench -- [options]
  --sizes 1000,10000 numbers of events
  --rounds 3         rounds, of which the medians are shown
  --throttle 1,4     factors by which the processor is slowed down
  --scripts FOLDER   built files other than packages/embed/dist/cdn
  --only NAMES       ${CONTENDERS.join(', ')}`;

const say = (words: string): void => void process.stdout.write(`${words}\n`);
const numbersOf = (words: string): number[] => words.split(',').map(Number);

async function main(): Promise<void> {
  const text = {type: 'string'} as const;
  const {values} = parseArgs({
    options: {
      sizes: {...text, default: '1000,10000'},
      rounds: {...text, default: '3'},
      throttle: {...text, default: '1'},
      scripts: {...text, default: `${root}/packages/embed/dist/cdn`},
      only: {...text, default: CONTENDERS.join()},
      help: {type: 'boolean', default: false},
    },
  });
  if (values.help) {
    say(HELP);
    return;
  }
  if (!existsSync(`${values.scripts}/event-calendar.js`)) {
    throw new Error(`${values.scripts} holds no built files: run "npm run build" first.`);
  }
  const names = CONTENDERS.filter(name => values.only.split(',').includes(name));
  const server = await startServer(values.scripts);
  const browser = await openBrowser();
  try {
    const transferOf = compressedBytes(server.origin);
    const results: Result[] = [];
    for (const events of numbersOf(values.sizes)) {
      const data = generated(events);
      server.serve(data);
      for (const throttle of numbersOf(values.throttle)) {
        const rounds = new Map<ContenderName, Figures[]>(names.map(name => [name, []]));
        for (let round = 1; round <= Number(values.rounds); round++) {
          // in turn, so that a busy moment of the machine falls on all of them
          for (const [name, figures] of rounds) {
            const visit = {browser, origin: server.origin, name, data, throttle, transferOf};
            figures.push(await measure(visit));
          }
          process.stderr.write(`${events} events, CPU ×${throttle}: round ${round}\n`);
        }
        for (const [contender, figures] of rounds) {
          results.push({events, throttle, contender, rounds: figures});
        }
      }
    }
    say(table(results));
    say(targets(results));
    await save({browser: await browser.version(), results});
  } finally {
    await browser.close();
    server.close();
  }
}

async function openBrowser(): Promise<Browser> {
  const {path, missing} = await chromium.find();
  if (path === undefined) throw new Error(missing);
  // a watched network keeps a copy of each feed, in a long task of the page
  return launch({
    executablePath: path,
    headless: true,
    networkEnabled: false,
    args: chromiumArgs(),
  });
}

async function save(report: object): Promise<void> {
  const folder = fileURLToPath(new URL('../../results', import.meta.url));
  await mkdir(folder, {recursive: true});
  await writeFile(`${folder}/calendar-views.json`, `${JSON.stringify(report, null, 2)}\n`);
  say('\nAll rounds: packages/bench/results/calendar-views.json');
}

await main();
