/** `npm run bench`: every topic one after another, or one of them with its own options. */
import {once} from 'node:events';
import {fileURLToPath} from 'node:url';
import {startChild} from '@local-widgets/dev/src/children.js';
import {TOPICS, type Topic} from './topics.js';

const HELP = `npm run bench                        all topics but the last, some twenty-five minutes
npm run bench -- TOPIC [options]     one of them
npm run bench -- TOPIC --help        its options
npm run bench:record                 keeps what the last runs found in docs/benchmarks

${TOPICS.map(({name, about}) => `  ${name.padEnd(10)}${about}`).join('\n')}`;

async function main([asked, ...options]: readonly string[]): Promise<number> {
  if (asked === '--help') {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  if (asked === undefined) return runEverything();
  const topic = TOPICS.find(({name}) => name === asked);
  if (topic) return run(topic, options);
  process.stderr.write(`There is no topic "${asked}".\n\n${HELP}\n`);
  return 1;
}

/** A topic that fails does not keep the others from running. */
async function runEverything(): Promise<number> {
  const failed: string[] = [];
  for (const topic of TOPICS) {
    if (!topic.everything) continue;
    process.stdout.write(`\n=== ${topic.name}: ${topic.about}\n`);
    if ((await run(topic, topic.everything)) !== 0) failed.push(topic.name);
  }
  if (failed.length > 0) process.stderr.write(`\nFailed: ${failed.join(', ')}\n`);
  return failed.length === 0 ? 0 : 1;
}

/** In a process of its own, so that none warms up or burdens the next. */
async function run({entry}: Topic, options: readonly string[]): Promise<number> {
  const file = fileURLToPath(new URL(entry, import.meta.url));
  const args = ['--import', 'tsx', file, ...options];
  const [code] = (await once(startChild(process.execPath, args, {stdio: 'inherit'}), 'exit')) as [
    number | null,
  ];
  return code ?? 1;
}

process.exitCode = await main(process.argv.slice(2));
