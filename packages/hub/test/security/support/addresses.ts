import type {RuledRoute} from '../../../src/access/enforce-access.js';
import type {Belongings, ShopName} from './world.js';

/** A secret that nobody was given. */
export const UNKNOWN = 'u'.repeat(43);

/** An address of the route that is about what the shop has. */
export function addressOf(route: RuledRoute, shop: ShopName, own: Belongings): string {
  const {access} = route;
  const isKept = access.who === 'holder' && access.of in own.tokens;
  const values: Record<string, string> = {
    shop,
    calendar: own.calendar,
    event: own.event,
    room: own.room,
    uuid: own.message,
    token: isKept ? own.tokens[access.of as keyof typeof own.tokens] : UNKNOWN,
    id: access.who === 'in room' ? own.report : own.orderId,
    registration: own.registrationId,
    recurrenceId: '20261201T183000',
    product: 'pain',
    feed: 'feed',
    provider: 'mollie',
    widget: 'shops-map',
    version: 'latest',
    file: 'local-widgets.js',
    userId: '@local_chat_x:example.org',
    alias: '#local_chat_x:example.org',
    txnId: '1',
    '*': 'local-widgets.js',
  };
  return route.url.replace(/:(\w+)|\*/g, (name, parameter: string | undefined) => {
    const value = values[parameter ?? '*'];
    if (value === undefined) throw new Error(`${route.url}: what is ${name}?`);
    return encodeURIComponent(value);
  });
}

/** Those that a browser or a program asks for; preflights are asked before them. */
export const asked = (routes: readonly RuledRoute[]): RuledRoute[] =>
  routes.filter(({method}) => method !== 'OPTIONS');

export const nameOf = ({method, url}: RuledRoute): string => `${method} ${url}`;

/** Answers that do not end. */
export const STREAMS: ReadonlySet<string> = new Set([
  '/v1/events',
  '/v1/shops/:shop/chat/events',
  '/api/shops/:shop/desk/events',
]);
