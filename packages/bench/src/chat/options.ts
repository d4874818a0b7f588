import {parseArgs} from 'node:util';
import {knownNames, wholeNumber} from '../measuring/option-values.js';
import type {TownSize} from './town.js';

/** The hub, rooms of Prosody, and a server that does nothing but tell. */
export const CONTENDERS = ['hub', 'prosody', 'bare'] as const;
export type ContenderName = (typeof CONTENDERS)[number];

export interface Options extends TownSize {
  readonly rounds: number;
  readonly only: readonly ContenderName[];
  readonly help: boolean;
}

export const HELP = `npm run bench -- chat [options]
  --rooms 20      rooms
  --visitors 50   visitors in each room
  --rate 100      messages a second, all rooms together
  --seconds 10    for so long
  --rounds 3      each contender so many times, in turn
  --only NAMES    ${CONTENDERS.join(', ')}`;

/** Throws an error with a sentence for options that make no sense. */
export function parseOptions(args: readonly string[]): Options {
  const text = {type: 'string'} as const;
  const {values} = parseArgs({
    args: [...args],
    options: {
      rooms: {...text, default: '20'},
      visitors: {...text, default: '50'},
      rate: {...text, default: '100'},
      seconds: {...text, default: '10'},
      rounds: {...text, default: '3'},
      only: {...text, default: CONTENDERS.join()},
      help: {type: 'boolean', default: false},
    },
  });
  return {
    rooms: wholeNumber('--rooms', values.rooms, [1, 1000]),
    visitors: wholeNumber('--visitors', values.visitors, [1, 1000]),
    rate: wholeNumber('--rate', values.rate, [1, 10_000]),
    seconds: wholeNumber('--seconds', values.seconds, [1, 600]),
    rounds: wholeNumber('--rounds', values.rounds, [1, 50]),
    only: knownNames('--only', values.only, CONTENDERS),
    help: values.help,
  };
}
