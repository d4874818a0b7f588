/**
 * `npm run lighthouse`: Lighthouse on the page of the example town, as a visitor with a phone gets it, with its
 * hub running. Keeps the whole report, prints the scores, and fails below what we promise.
 */
import {mkdir, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {chromium, chromiumArgs} from '@local-widgets/dev/src/browsers/chromium.js';
import {main as startTown} from '@local-widgets/dev/src/start/main.js';
import lighthouse from 'lighthouse';
import {launch} from 'puppeteer-core';
import {failures, scoresOf, type Scores} from './scores.js';

const PORTS = {town: 4273, hub: 4274};
const FOLDER = fileURLToPath(new URL('../../results/lighthouse/', import.meta.url));
/** One run of a busy machine tells little about speed; the median of three is what people quote. */
const RUNS = 3;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function run(): Promise<number> {
  const code = await startTown(['--port', String(PORTS.town), '--hub-port', String(PORTS.hub)]);
  if (code !== undefined) return code;
  const found = await chromium.find();
  if (found.path === undefined) throw new Error(found.missing);
  const browser = await launch({executablePath: found.path, args: chromiumArgs()});
  const results: Scores[] = [];
  await mkdir(FOLDER, {recursive: true});
  try {
    for (let turn = 1; turn <= RUNS; turn++) {
      const address = `http://127.0.0.1:${PORTS.town}/`;
      const page = await browser.newPage();
      const result = await lighthouse(
        address,
        {output: ['json', 'html'], logLevel: 'error'},
        undefined,
        page,
      );
      await page.close();
      if (!result) throw new Error('Lighthouse gave no result.');
      const [json = '', html = ''] = result.report;
      await writeFile(`${FOLDER}run-${turn}.json`, json);
      await writeFile(`${FOLDER}run-${turn}.html`, html);
      const scores = scoresOf(result.lhr);
      say(`run ${turn}: ${JSON.stringify(scores)}`);
      results.push(scores);
    }
  } finally {
    await browser.close();
  }
  const problems = failures(results);
  problems.forEach(say);
  say(`The reports are in ${FOLDER}`);
  return problems.length > 0 ? 1 : 0;
}

process.exit(await run());
