import {execFileSync} from 'node:child_process';
import {findExecutable} from '@local-widgets/dev/src/browsers/find-executable.js';
import {inTurn} from '../measuring/in-turn.js';
import {report} from '../record/report.js';
import {bareTown} from './bare-town.js';
import {hubTown} from './hub-town.js';
import {measure} from './measure.js';
import {HELP, parseOptions, type ContenderName} from './options.js';
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
  const hasProsody = findExecutable(['prosody']) !== undefined;
  const names = options.only.filter(name => name !== 'prosody' || hasProsody);
  const rounds = await inTurn(names, {rounds: options.rounds, title: 'the chat'}, name =>
    measure(TOWNS[name], options),
  );
  await report({
    topic: 'chat',
    title: 'The chat',
    args,
    rounds: options.rounds,
    packages: ['better-sqlite3'],
    versions: hasProsody ? {prosody: prosodyVersion()} : {},
    promises: promisesOf(rounds),
    tables: [tableOf(rounds, options)],
    notes: hasProsody ? NOTES : [...NOTES, MISSING],
    all: Object.fromEntries(rounds),
  });
}

/** As Prosody itself tells it. */
function prosodyVersion(): string {
  const about = execFileSync('prosodyctl', ['about'], {encoding: 'utf8'});
  return /^Prosody (\S+)/m.exec(about)?.[1] ?? 'unknown';
}

await main();
