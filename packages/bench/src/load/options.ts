import {parseArgs} from 'node:util';

export interface Options {
  readonly shops: number;
  /** Of all shops together. */
  readonly products: number;
  readonly orders: number;
  /** For which each route is asked. */
  readonly seconds: number;
  readonly connections: number;
  readonly help: boolean;
}

export const HELP = `npm run bench -- load [options]
  --shops 50           shops in the database
  --products 20000     products of all shops together
  --orders 100000      orders in the database before the first is placed
  --seconds 10         for which each route is asked
  --connections 10     how many ask at the same time`;

/** Throws an error with a sentence for options that make no sense. */
export function parseOptions(args: readonly string[]): Options {
  const text = {type: 'string'} as const;
  const {values} = parseArgs({
    args: [...args],
    options: {
      shops: {...text, default: '50'},
      products: {...text, default: '20000'},
      orders: {...text, default: '100000'},
      seconds: {...text, default: '10'},
      connections: {...text, default: '10'},
      help: {type: 'boolean', default: false},
    },
  });
  const {help} = values;
  const whole = (name: 'shops' | 'products' | 'orders' | 'seconds' | 'connections') => {
    const value = Number(values[name]);
    if (Number.isInteger(value) && value > 0) return value;
    throw new Error(`--${name} needs a whole number above 0, not "${values[name]}".`);
  };
  return {
    shops: whole('shops'),
    products: whole('products'),
    orders: whole('orders'),
    seconds: whole('seconds'),
    connections: whole('connections'),
    help,
  };
}
