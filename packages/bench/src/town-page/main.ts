/**
 * `npm run bench -- page`: the town's page with our four elements and its hub, beside the same page made of what one takes
 * instead, in turn in every round.
 */
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {root} from '@local-widgets/dev/src/root.js';
import {inTurn} from '../measuring/in-turn.js';
import {openBrowser} from '../measuring/open-browser.js';
import {wholeNumber} from '../measuring/option-values.js';
import {report} from '../record/report.js';
import {eventsByDay} from './events.js';
import {loadOnPhone, use, type Wanted} from './measure.js';
import {NOTES, PACKAGES, promisesOf, tablesOf, VERSIONS, type Round} from './record.js';
import {NAMES, startPages, type Name} from './server.js';

const HELP = `npm run bench -- page [options]
  --rounds 3   rounds, of which the medians are shown`;

const args = process.argv.slice(2);

async function main(): Promise<void> {
  const {values} = parseArgs({
    args,
    options: {
      rounds: {type: 'string', default: '3'},
      help: {type: 'boolean', default: false},
    },
  });
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return;
  }
  const count = wholeNumber('--rounds', values.rounds, [1, 50]);
  if (!existsSync(`${root}/packages/embed/dist/cdn/local-widgets.js`)) {
    throw new Error('The built files are not there: run "npm run build" first.');
  }
  const pages = await startPages();
  const browser = await openBrowser();
  try {
    const title = 'the page of a town';
    const measured = await inTurn(NAMES, {rounds: count, title}, async (name): Promise<Round> => {
      const visit = {browser, pages, name};
      return {
        slow: await loadOnPhone(visit, 'slow'),
        fast: await loadOnPhone(visit, 'fast'),
        use: await use(visit, wanted()),
      };
    });
    const rounds = Object.fromEntries(measured) as Record<Name, Round[]>;
    await report({
      topic: 'page',
      title: 'The whole page of a town',
      args,
      rounds: count,
      packages: PACKAGES,
      versions: VERSIONS,
      browser: await browser.version(),
      promises: promisesOf(rounds),
      tables: tablesOf(rounds),
      notes: NOTES,
      all: rounds,
    });
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
