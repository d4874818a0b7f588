import {parseArgs} from 'node:util';
import {knownNames, wholeNumber} from '../measuring/option-values.js';

export const ENGINES = ['sqlite', 'postgres'] as const;
export type EngineName = (typeof ENGINES)[number];

/**
 * The hub as it runs, one whose outbox stays as it is, the same rows written by hand, and these behind a
 * bare route.
 */
export const CONTENDERS = ['hub', 'quiet', 'hand', 'bare'] as const;
export type Contender = (typeof CONTENDERS)[number];

export interface Options {
  /** Orders that each contender places in each round, as fast as it can. */
  readonly orders: number;
  readonly rounds: number;
  /** Connections, or orders by hand, at the same time. */
  readonly connections: number;
  /** How long orders come at a steady pace in each round. */
  readonly seconds: number;
  readonly engines: readonly EngineName[];
  readonly only: readonly Contender[];
  /** For the Node of the hub, to try what it would gain. */
  readonly nodeFlags: readonly string[];
  /** Tell where the time of the hub goes instead of comparing. */
  readonly profile: boolean;
  readonly help: boolean;
}

export const HELP = `npm run bench -- hub [options]
  --orders 1000      orders of each contender in each round
  --rounds 3         rounds, of which the medians are shown
  --connections 16   how many orders are under way at the same time
  --seconds 7        seconds of 20 orders a second in each round; 0 for none
  --engines NAMES    sqlite, postgres (default both)
  --only NAMES       hub, quiet (a hub that sends nothing), hand, bare (by hand behind HTTP);
                     default all
  --node-flags FLAGS of the hub's Node, to try them: --node-flags=--max-semi-space-size=2
  --profile          where the time of the hub goes under load, by package and by function`;

/** Throws an error with a sentence for options that make no sense. */
export function parseOptions(args: readonly string[]): Options {
  const text = {type: 'string'} as const;
  const {values} = parseArgs({
    args: [...args],
    options: {
      orders: {...text, default: '1000'},
      rounds: {...text, default: '3'},
      connections: {...text, default: '16'},
      seconds: {...text, default: '7'},
      engines: {...text, default: ENGINES.join(',')},
      only: {...text, default: CONTENDERS.join(',')},
      'node-flags': {...text, default: ''},
      profile: {type: 'boolean', default: false},
      help: {type: 'boolean', default: false},
    },
  });
  return {
    orders: wholeNumber('--orders', values.orders, [1, 100_000]),
    rounds: wholeNumber('--rounds', values.rounds, [1, 50]),
    connections: wholeNumber('--connections', values.connections, [1, 200]),
    seconds: wholeNumber('--seconds', values.seconds, [0, 120]),
    engines: knownNames('--engines', values.engines, ENGINES),
    only: knownNames('--only', values.only, CONTENDERS),
    nodeFlags: values['node-flags'].split(' ').filter(Boolean),
    profile: values.profile,
    help: values.help,
  };
}
