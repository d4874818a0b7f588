import {report} from '../record/report.js';
import type {BenchDatabase, Engine} from './engine.js';
import type {Numbers} from './load.js';
import {measure, type Figures} from './measure.js';
import {HELP, parseOptions, type Contender, type EngineName, type Options} from './options.js';
import {postgresEngine} from './postgres-engine.js';
import {profileHub} from './profile.js';
import {NOTES, promisesOf, tableOf, type Result} from './record.js';
import {sqliteEngine} from './sqlite-engine.js';

const args = process.argv.slice(2);
const say = (text: string): void => void process.stdout.write(`${text}\n`);

const ENGINES: Record<EngineName, () => Promise<Engine>> = {
  sqlite: () => Promise.resolve(sqliteEngine()),
  postgres: postgresEngine,
};

async function main(): Promise<void> {
  const options = parseOptions(args);
  if (options.help) {
    say(HELP);
    return;
  }
  const results: Result[] = [];
  for (const name of options.engines) {
    const engine = await ENGINES[name]();
    try {
      if (options.profile) say(await profileOn(engine, options));
      else results.push(await compare(engine, options));
    } finally {
      await engine.stop();
    }
  }
  if (options.profile) return;
  await report({
    topic: 'hub',
    title: 'Orders',
    args,
    rounds: options.rounds,
    packages: ['better-sqlite3', 'pg'],
    versions: Object.fromEntries(results.map(({engine}) => splitVersion(engine))),
    promises: results.flatMap(promisesOf),
    tables: results.map(tableOf),
    notes: NOTES,
    all: results,
  });
}

/** `PostgreSQL 18.4` as name and version. */
function splitVersion(title: string): [string, string] {
  const [name = '', ...version] = title.split(' ');
  return [name, version.join(' ')];
}

interface Turn {
  readonly contender: Contender;
  readonly database: BenchDatabase;
  readonly numbers: Numbers;
  readonly rounds: Figures[];
}

/** All contenders in each round, so that a busy moment of the machine falls on all of them. */
async function compare(engine: Engine, options: Options): Promise<Result> {
  const turns: Turn[] = [];
  try {
    for (const contender of options.only) {
      const database = await engine.create();
      turns.push({contender, database, numbers: {next: 0}, rounds: []});
    }
    for (let round = 1; round <= options.rounds; round++) {
      for (const {contender, database, numbers, rounds} of turns) {
        rounds.push(await measure(contender, database, numbers, options));
      }
      process.stderr.write(`${engine.title}: round ${round} of ${options.rounds}\n`);
    }
    for (const turn of turns) await checkOrders(turn);
  } finally {
    for (const {database} of turns) await database.drop();
  }
  const rounds = turns.map(turn => [turn.contender, turn.rounds]);
  return {engine: engine.title, rounds: Object.fromEntries(rounds) as Result['rounds']};
}

/** Who is fast because orders get lost is not measured but stopped. */
async function checkOrders({contender, database, numbers}: Turn): Promise<void> {
  const found = await database.countOrders();
  if (found === numbers.next) return;
  throw new Error(`${contender}: ${numbers.next} orders were placed, ${found} are there.`);
}

async function profileOn(engine: Engine, options: Options): Promise<string> {
  const reports: string[] = [];
  for (const contender of options.only.filter(name => name === 'hub' || name === 'quiet')) {
    const database = await engine.create();
    try {
      reports.push(
        `\n${engine.title}, ${contender}`,
        await profileHub(contender, database, options),
      );
    } finally {
      await database.drop();
    }
  }
  return reports.join('\n');
}

await main();
