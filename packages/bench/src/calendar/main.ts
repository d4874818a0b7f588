import {existsSync} from 'node:fs';
import type {Browser} from 'puppeteer-core';
import {compressedBytes} from '../measuring/compressed-bytes.js';
import {inTurn} from '../measuring/in-turn.js';
import {openBrowser} from '../measuring/open-browser.js';
import {report} from '../record/report.js';
import {isHopeless, PACKAGES} from './contenders.js';
import {generated} from './data-sets.js';
import {measure} from './measure.js';
import {HELP, parseOptions, type Options} from './options.js';
import {NOTES, promisesOf, tablesOf, type Result} from './record.js';
import {startServer, type CalendarServer} from './server.js';

const args = process.argv.slice(2);

async function main(): Promise<void> {
  const options = parseOptions(args);
  if (options.help) {
    process.stdout.write(`${HELP}\n`);
    return;
  }
  if (!existsSync(`${options.scripts}/event-calendar.js`)) {
    throw new Error(`${options.scripts} holds no built files: run "npm run build" first.`);
  }
  const server = await startServer(options.scripts, options.only);
  const browser = await openBrowser();
  try {
    await compareAll(options, server, browser);
  } finally {
    await browser.close();
    server.close();
  }
}

async function compareAll(
  options: Options,
  server: CalendarServer,
  browser: Browser,
): Promise<void> {
  const transferOf = compressedBytes(server.origin);
  const results: Result[] = [];
  for (const events of options.sizes) {
    const data = generated(events);
    server.serve(data);
    const isSlowed = options.slowSizes.includes(events);
    for (const throttle of options.throttles.filter(factor => factor === 1 || isSlowed)) {
      const rounds = await inTurn(
        options.only.filter(name => !isHopeless(name, events, throttle)),
        {rounds: options.rounds, title: `${events} events, CPU ×${throttle}`},
        name => measure({browser, origin: server.origin, name, data, throttle, transferOf}),
      );
      for (const contender of options.only) {
        results.push({events, throttle, contender, rounds: rounds.get(contender) ?? []});
      }
    }
  }
  const files = ['/fullcalendar-set.js', '/fullcalendar.css'];
  const set = {kilobytes: (await transferOf(files)) / 1000};
  await report({
    topic: 'calendar',
    title: 'The calendar',
    args,
    rounds: options.rounds,
    browser: await browser.version(),
    packages: PACKAGES,
    promises: promisesOf(results, set),
    tables: tablesOf(results, set),
    notes: NOTES,
    all: results,
  });
}

await main();
