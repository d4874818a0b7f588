/**
 * `npm run evidence`: what each widget stores, asks for and costs, in a real browser before and after a person
 * uses it. Writes `docs/evidence/figures.json`, of which `npm run evidence:pages` makes pages.
 */
import {mkdirSync, writeFileSync} from 'node:fs';
import {cpus} from 'node:os';
import {join} from 'node:path';
import {chromium, chromiumArgs} from '@local-widgets/dev/src/browsers/chromium.js';
import type {WidgetFigures} from '@local-widgets/dev/src/evidence/figures.js';
import {root} from '@local-widgets/dev/src/root.js';
import {listener} from '@local-widgets/dev/src/serve/handler.js';
import {listen} from '@local-widgets/dev/src/serve/listen.js';
import {testHubs} from '@local-widgets/dev/src/testing/hub.js';
import {testPages} from '@local-widgets/dev/src/testing/pages.js';
import {tiles} from '@local-widgets/dev/src/testing/tiles.js';
import {writtenPage} from '@local-widgets/dev/src/testing/written-page.js';
import {launch, type Browser} from 'puppeteer-core';
import {measure} from './measure.js';
import {tasksFor, type Task} from './tasks.js';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function run(): Promise<void> {
  const {path, missing} = await chromium.find();
  if (path === undefined) throw new Error(missing);
  const handlers = [tiles, writtenPage, ...testPages(), testHubs];
  const {server, origin} = await listen(listener(handlers), 0);
  // a browser of its own for each: all minutes of rest pass at the same time
  const browsers: Browser[] = [];
  const measured = async (task: Task, hub: string, ahead: number): Promise<WidgetFigures> => {
    const browser = await launch({executablePath: path, headless: true, args: chromiumArgs()});
    browsers.push(browser);
    const figures = nameHub(await measure(browser, origin, task, ahead), hub);
    say(task.widget);
    return figures;
  };
  try {
    const answer = await fetch(`${origin}/__hub/start?database=sqlite`, {method: 'POST'});
    const {hub, now} = (await answer.json()) as {hub: string; now: string};
    const ahead = Date.parse(now) - Date.now();
    // the hub of the example town has a day of its own, which concerns those who talk with it
    const isOfHub = ({path}: Task): boolean => path.includes(encodeURIComponent(hub));
    const widgets = await Promise.all(
      tasksFor(hub).map(task => measured(task, hub, isOfHub(task) ? ahead : 0)),
    );
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    await fetch(`${origin}/__hub/stop`, {method: 'POST', headers: {cookie}});
    const about = {
      measured: new Date().toISOString().slice(0, 10),
      browser: await browsers[0]!.version(),
      processor: cpus()[0]?.model.trim() ?? '',
    };
    mkdirSync(join(root, 'docs/evidence'), {recursive: true});
    const file = join(root, 'docs/evidence/figures.json');
    writeFileSync(file, `${JSON.stringify({...about, widgets}, undefined, 2)}\n`);
    say('wrote docs/evidence/figures.json');
  } finally {
    await Promise.all(browsers.map(browser => browser.close()));
    server.closeAllConnections();
    server.close();
  }
}

/** The hub of a measurement has another port each time. */
const nameHub = (figures: WidgetFigures, hub: string): WidgetFigures =>
  JSON.parse(
    JSON.stringify(figures).replaceAll(hub, '{hub}').replaceAll(encodeURIComponent(hub), '{hub}'),
  ) as WidgetFigures;

await run();
process.exit(0);
