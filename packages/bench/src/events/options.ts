import {parseArgs} from 'node:util';
import {CONTENDERS, type ContenderName} from './contenders.js';

export interface Options {
  /** Events of each feed. */
  readonly sizes: readonly number[];
  readonly rounds: number;
  readonly only: readonly ContenderName[];
  readonly help: boolean;
}

export const HELP = `npm run bench:events -- [options]
  --sizes 1000,10000  events of the feeds
  --rounds 3          rounds, of which the medians are shown
  --only NAMES        ours, ical.js, ical.js-tuned, rrule (default all; ical.js as documented only up
                      to 1000 events, since it looks for exceptions of each event in all others)`;

const NAMES = Object.keys(CONTENDERS) as ContenderName[];

/** Throws an error with a sentence for options that make no sense. */
export function parseOptions(args: readonly string[]): Options {
  const text = {type: 'string'} as const;
  const {values} = parseArgs({
    args: [...args],
    options: {
      sizes: {...text, default: '1000,10000'},
      rounds: {...text, default: '3'},
      only: {...text, default: NAMES.join(',')},
      help: {type: 'boolean', default: false},
    },
  });
  const sizes = values.sizes.split(',').map(size => whole('--sizes', size, 100_000));
  const asked = values.only.split(',').filter(Boolean);
  const wrong = asked.find(one => !NAMES.includes(one as ContenderName));
  if (wrong !== undefined || !asked.length) {
    throw new Error(`--only takes ${NAMES.join(', ')}, not "${wrong ?? values.only}".`);
  }
  return {
    sizes,
    rounds: whole('--rounds', values.rounds, 50),
    only: NAMES.filter(name => asked.includes(name)),
    help: values.help,
  };
}

function whole(name: string, text: string, most: number): number {
  const number = Number(text);
  if (text !== '' && Number.isInteger(number) && number >= 1 && number <= most) return number;
  throw new Error(`${name} needs a whole number from 1 to ${most}, not "${text}".`);
}
