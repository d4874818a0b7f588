import {inTurn} from '../measuring/in-turn.js';
import {report} from '../record/report.js';
import {bareTown} from './bare-town.js';
import {hubTown} from './hub-town.js';
import {measure} from './measure.js';
import {HELP, parseOptions, type ContenderName} from './options.js';
import {prosodyVersion} from './prosody-version.js';
import {prosodyTown} from './prosody-town.js';
import {NOTES, promisesOf, tableOf} from './record.js';
import type {OpenTown} from './town.js';

const TOWNS: Readonly<Record<ContenderName, OpenTown>> = {
  hub: hubTown,
  prosody: prosodyTown,
  bare: bareTown,
};
const MISSING =
  'Prosody is not installed (Debian: prosody, lua-dbi-sqlite3): the hub is not compared.';
const args = process.argv.slice(2);

async function main(): Promise<void> {
  const options = parseOptions(args);
  if (options.help) {
    process.stdout.write(`${HELP}\n`);
    return;
  }
  const prosody = prosodyVersion();
  const names = options.only.filter(name => name !== 'prosody' || prosody !== undefined);
  const rounds = await inTurn(names, {rounds: options.rounds, title: 'the chat'}, name =>
    measure(TOWNS[name], options),
  );
  await report({
    topic: 'chat',
    title: 'The chat',
    args,
    rounds: options.rounds,
    packages: ['better-sqlite3'],
    versions: prosody === undefined ? {} : {prosody},
    promises: promisesOf(rounds),
    tables: [tableOf(rounds, options)],
    notes: prosody === undefined ? [...NOTES, MISSING] : NOTES,
    all: Object.fromEntries(rounds),
  });
}

await main();
