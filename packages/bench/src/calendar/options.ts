import {parseArgs} from 'node:util';
import {root} from '@local-widgets/dev/src/root.js';
import {knownNames, wholeNumber, wholeNumbers} from '../measuring/option-values.js';
import {CONTENDERS, type ContenderName} from './contenders.js';

export interface Options {
  /** How many events, one data set each. */
  readonly sizes: readonly number[];
  readonly rounds: number;
  /** Factors by which the processor is slowed down. */
  readonly throttles: readonly number[];
  /** The numbers of events that are measured with a slowed processor as well. */
  readonly slowSizes: readonly number[];
  /** Folder of the built script files. */
  readonly scripts: string;
  readonly only: readonly ContenderName[];
  readonly help: boolean;
}

export const HELP = `npm run bench -- calendar [options]
  --sizes 100,1000,10000  numbers of events
  --rounds 3              rounds, of which the medians are shown
  --throttle 1,4          factors by which the processor is slowed down
  --slow-sizes 1000       the numbers that are measured with a slowed processor (default all)
  --scripts FOLDER        built files other than packages/embed/dist/cdn
  --only NAMES            ${CONTENDERS.join(', ')}`;

/** Throws an error with a sentence for options that make no sense. */
export function parseOptions(args: readonly string[]): Options {
  const text = {type: 'string'} as const;
  const {values} = parseArgs({
    args: [...args],
    options: {
      sizes: {...text, default: '100,1000,10000'},
      rounds: {...text, default: '3'},
      throttle: {...text, default: '1,4'},
      'slow-sizes': text,
      scripts: {...text, default: `${root}/packages/embed/dist/cdn`},
      only: {...text, default: CONTENDERS.join()},
      help: {type: 'boolean', default: false},
    },
  });
  return {
    sizes: wholeNumbers('--sizes', values.sizes, 1),
    rounds: wholeNumber('--rounds', values.rounds, [1, 50]),
    throttles: wholeNumbers('--throttle', values.throttle, 1),
    slowSizes: wholeNumbers('--slow-sizes', values['slow-sizes'] ?? values.sizes),
    scripts: values.scripts,
    only: knownNames('--only', values.only, CONTENDERS),
    help: values.help,
  };
}
