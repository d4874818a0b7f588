import {parseArgs} from 'node:util';
import {knownNames, wholeNumber, wholeNumbers} from '../measuring/option-values.js';
import {CONTENDERS, type ContenderName} from './contenders.js';

export interface Options {
  /** Events of each feed. */
  readonly sizes: readonly number[];
  readonly rounds: number;
  readonly only: readonly ContenderName[];
  readonly help: boolean;
}

export const HELP = `npm run bench -- events [options]
  --sizes 1000,10000  events of the feeds
  --rounds 3          rounds, of which the medians are shown
  --only NAMES        ours, ical.js, ical.js-tuned, rrule, rrule-zones (default all; ical.js as documented only up
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
  return {
    sizes: wholeNumbers('--sizes', values.sizes, 1),
    rounds: wholeNumber('--rounds', values.rounds, [1, 50]),
    only: knownNames('--only', values.only, NAMES),
    help: values.help,
  };
}
