import {existsSync} from 'node:fs';
import {mkdir, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {root} from '@local-widgets/dev/src/root.js';
import {compressedBytes} from '../measuring/compressed-bytes.js';
import {inTurn} from '../measuring/in-turn.js';
import {openBrowser} from '../measuring/open-browser.js';
import {wholeNumbers} from '../measuring/option-values.js';
import {CONTENDERS} from './contenders.js';
import {generated} from './data-sets.js';
import {measure} from './measure.js';
import {table, targets, type Result} from './report.js';
import {startServer} from './server.js';

const HELP = `npm run bench:calendar -w @local-widgets/bench -- [options]
  --sizes 1000,10000 numbers of events
  --rounds 3         rounds, of which the medians are shown
  --throttle 1,4     factors by which the processor is slowed down
  --scripts FOLDER   built files other than packages/embed/dist/cdn
  --only NAMES       ${CONTENDERS.join(', ')}`;

const say = (words: string): void => void process.stdout.write(`${words}\n`);

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
  const server = await startServer(values.scripts, names);
  const browser = await openBrowser();
  try {
    const transferOf = compressedBytes(server.origin);
    const results: Result[] = [];
    for (const events of wholeNumbers('--sizes', values.sizes, 1)) {
      const data = generated(events);
      server.serve(data);
      for (const throttle of wholeNumbers('--throttle', values.throttle, 1)) {
        const rounds = await inTurn(
          names,
          {rounds: Number(values.rounds), title: `${events} events, CPU ×${throttle}`},
          name => measure({browser, origin: server.origin, name, data, throttle, transferOf}),
        );
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

async function save(report: object): Promise<void> {
  const folder = fileURLToPath(new URL('../../results', import.meta.url));
  await mkdir(folder, {recursive: true});
  await writeFile(`${folder}/calendar.json`, `${JSON.stringify(report, null, 2)}\n`);
  say('\nAll rounds: packages/bench/results/calendar.json');
}

await main();
