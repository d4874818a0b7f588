import {setTimeout as sleep} from 'node:timers/promises';
import type {SlotOffer} from '@local-widgets/model/schemas.js';
import {keepConnections} from './keep-alive.js';
import {SHOP_ID, orderRequest} from './shop.js';

/** Places the order of a number; rejects when it was not placed. */
export type Place = (number: number) => Promise<void>;

/** Counts up over a whole run: no two orders of it have the same number. */
export interface Numbers {
  next: number;
}

/** As many at the same time as asked for, each after its last. @returns orders a second */
export async function burst(
  place: Place,
  {numbers, orders, connections}: {numbers: Numbers; orders: number; connections: number},
): Promise<number> {
  const end = numbers.next + orders;
  const one = async (): Promise<void> => {
    while (numbers.next < end) await place(numbers.next++);
  };
  const start = performance.now();
  await Promise.all(Array.from({length: connections}, one));
  return (orders * 1000) / (performance.now() - start);
}

/**
 * Orders at a steady pace, whether those before are answered or not.
 *
 * @returns milliseconds from when each was to be sent to its answer, so that waiting counts
 */
export async function steady(
  place: Place,
  {numbers, perSecond, seconds}: {numbers: Numbers; perSecond: number; seconds: number},
): Promise<number[]> {
  const start = performance.now();
  const timed = async (due: number): Promise<number> => {
    await place(numbers.next++);
    return performance.now() - due;
  };
  const answers: Promise<number>[] = [];
  for (let at = 0; at < perSecond * seconds; at++) {
    const due = start + (at * 1000) / perSecond;
    await sleep(Math.max(0, due - performance.now()));
    answers.push(timed(due));
    // a failure is told at the end, with all others answered
    answers.at(-1)!.catch(() => undefined);
  }
  return Promise.all(answers);
}

/** Slots that are left out: none of the others begins while a run lasts. */
const SOON = 10;

export interface Customers {
  readonly place: Place;
  readonly close: () => void;
}

/** Orders over HTTP, on connections that are kept. */
export async function customersOf(origin: string, connections: number): Promise<Customers> {
  const path = `/api/shops/${SHOP_ID}`;
  const answer = await fetch(`${origin}${path}/slots?mode=collect&limit=50`);
  const slots = ((await answer.json()) as SlotOffer).slots.slice(SOON);
  const starts = slots.map(({startsAt}) => startsAt);
  const {post, close} = await keepConnections(origin, connections);
  return {
    async place(number) {
      const key = `bench-${String(number).padStart(12, '0')}`;
      const body = JSON.stringify(orderRequest(number, starts));
      const {status, text} = await post(`${path}/orders`, `idempotency-key: ${key}\r\n`, body);
      if (status !== 201) throw new Error(`An order was answered with ${status}: ${text}`);
    },
    close,
  };
}

/** Numbers over HTTP, for a server that knows what an order is. */
export async function numbersTo(origin: string, connections: number): Promise<Customers> {
  const {post, close} = await keepConnections(origin, connections);
  return {
    async place(number) {
      const body = JSON.stringify({number, ...orderRequest(number, ['2030-01-01T10:00:00.000Z'])});
      const {status, text} = await post('/', '', body);
      if (status !== 201) throw new Error(`An order was answered with ${status}: ${text}`);
    },
    close,
  };
}
