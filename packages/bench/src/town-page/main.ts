/**
 * `npm run bench:page`: the town's page with our four elements and its hub, beside the same page made of what one takes
 * instead, in turn in every round.
 */
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {chromium, chromiumArgs} from '@local-widgets/dev/src/browsers/chromium.js';
import {root} from '@local-widgets/dev/src/root.js';
import {launch} from 'puppeteer-core';
import {promiseLines, saveRecord} from '../record/save.js';
import {eventsByDay} from './events.js';
import {loadOnPhone, use, type Wanted} from './measure.js';
import {recordOf, type Round} from './report.js';
import {NAMES, startPages, type Name} from './server.js';

const say = (words: string): void => void process.stdout.write(`${words}\n`);

async function main(): Promise<void> {
  const {values} = parseArgs({options: {rounds: {type: 'string', default: '3'}}});
  if (!existsSync(`${root}/packages/embed/dist/cdn/local-widgets.js`)) {
    throw new Error('The built files are not there: run "npm run build" first.');
  }
  const {path, missing} = await chromium.find();
  if (path === undefined) throw new Error(missing);
  const pages = await startPages();
  const browser = await launch({executablePath: path, headless: true, args: chromiumArgs()});
  try {
    const rounds: Record<Name, Round[]> = {ours: [], peers: []};
    for (let round = 1; round <= Number(values.rounds); round++) {
      // in turn, so that a busy moment of the machine falls on both
      for (const name of NAMES) {
        const visit = {browser, pages, name};
        rounds[name].push({
          slow: await loadOnPhone(visit, 'slow'),
          fast: await loadOnPhone(visit, 'fast'),
          use: await use(visit, wanted()),
        });
      }
      process.stderr.write(`round ${round}\n`);
    }
    const record = recordOf(rounds, await browser.version());
    await saveRecord(record);
    for (const {title, columns, rows} of record.tables) {
      say(`\n${title}`);
      for (const row of [columns, ...rows]) say(row.map(cell => String(cell).padEnd(14)).join(' '));
    }
    say(`\n${promiseLines(record.promises).join('\n')}`);
    say('\npackages/bench/results/page.record.json');
  } finally {
    await browser.close();
    await pages.close();
  }
}

function wanted(): Wanted {
  const feed = readFileSync(join(root, 'examples/town/data/shops.geojson'), 'utf8');
  const {features} = JSON.parse(feed) as {features: unknown[]};
  return {
    places: features.length,
    orders: 3,
    talks: 4,
    messages: 0,
    days: eventsByDay(new Date()),
  };
}

await main();
process.exit(0);
