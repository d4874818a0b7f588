import autocannon from 'autocannon';
import type {SlotOffer} from '@local-widgets/model/schemas.js';
import {orderRequest} from '../hub/shop.js';
import {tokenOf} from './town.js';

/** What is asked of the hub for some seconds. */
export interface AskedRoute {
  readonly name: string;
  readonly requests: autocannon.Request[];
}

/** How a route answered: milliseconds, and how many answers a second. */
export interface Answers {
  readonly name: string;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
  readonly bytes: number;
  readonly failed: number;
}

/** Each of a few shops in turn, so that no answer is only one row in a cache. */
const FEW = 10;

/** What pages of visitors and the desk ask for. */
export async function askedRoutes(origin: string, shops: readonly string[]): Promise<AskedRoute[]> {
  const few = shops.slice(0, FEW);
  const get = (path: (shop: string) => string, isDesk = false): autocannon.Request[] =>
    few.map(shop => ({
      method: 'GET',
      path: path(shop),
      headers: isDesk ? {authorization: `Bearer ${tokenOf(shop)}`} : {},
    }));
  return [
    {name: 'the shops of the town', requests: [{method: 'GET', path: '/api/shops'}]},
    {name: 'one shop', requests: get(shop => `/api/shops/${shop}`)},
    {name: 'its catalogue', requests: get(shop => `/api/shops/${shop}/catalogue`)},
    {name: 'its catalogue, known already', requests: await known(origin, few)},
    {name: 'its slots', requests: get(shop => `/api/shops/${shop}/slots?mode=collect&limit=12`)},
    {name: 'an order', requests: await ordering(origin, few)},
    {name: 'the desk: open orders', requests: get(shop => `/api/shops/${shop}/desk/orders`, true)},
    {
      name: 'the desk: to prepare',
      requests: get(shop => `/api/shops/${shop}/desk/preparation`, true),
    },
  ];
}

async function known(origin: string, shops: readonly string[]): Promise<autocannon.Request[]> {
  return Promise.all(
    shops.map(async (shop): Promise<autocannon.Request> => {
      const path = `/api/shops/${shop}/catalogue`;
      const answer = await fetch(origin + path);
      await answer.arrayBuffer();
      return {method: 'GET', path, headers: {'if-none-match': answer.headers.get('etag') ?? ''}};
    }),
  );
}

let orders = 0;

async function ordering(origin: string, shops: readonly string[]): Promise<autocannon.Request[]> {
  return Promise.all(
    shops.map(async (shop): Promise<autocannon.Request> => {
      const answer = await fetch(`${origin}/api/shops/${shop}/slots?mode=collect&limit=50`);
      const {slots} = (await answer.json()) as SlotOffer;
      const starts = slots.slice(10).map(({startsAt}) => startsAt);
      return {
        method: 'POST',
        path: `/api/shops/${shop}/orders`,
        setupRequest: request => ({
          ...request,
          headers: {
            'content-type': 'application/json',
            'idempotency-key': `load-${String(++orders)}-key`,
          },
          body: JSON.stringify({
            ...orderRequest(orders, starts),
            lines: [{product: 'produit-0', quantity: 1}],
            expectedTotal: 1000,
          }),
        }),
      };
    }),
  );
}

/** Asks as fast as it is answered. */
export async function ask(
  origin: string,
  {name, requests}: AskedRoute,
  {seconds, connections}: {seconds: number; connections: number},
): Promise<Answers> {
  const {
    latency,
    throughput,
    requests: rate,
    non2xx,
    errors,
    ...counts
  } = await autocannon({
    url: origin,
    connections,
    duration: seconds,
    requests,
  });
  // a catalogue that is known is answered with 304
  const notModified =
    (counts as {statusCodeStats?: Record<string, {count: number}>}).statusCodeStats?.['304']
      ?.count ?? 0;
  return {
    name,
    perSecond: rate.average,
    p50: latency.p50,
    p99: latency.p99,
    most: latency.max,
    bytes: throughput.average,
    failed: non2xx - notModified + errors,
  };
}
