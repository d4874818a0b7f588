import {Agent, request} from 'node:http';
import {setTimeout as sleep} from 'node:timers/promises';
import type {SlotOffer} from '@local-widgets/model/schemas.js';
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
  const url = `${origin}/api/shops/${SHOP_ID}`;
  const answer = await fetch(`${url}/slots?mode=collect&limit=50`);
  const slots = ((await answer.json()) as SlotOffer).slots.slice(SOON);
  const starts = slots.map(({startsAt}) => startsAt);
  const agent = new Agent({keepAlive: true, maxSockets: connections});
  return {
    place: number =>
      post(`${url}/orders`, agent, number, JSON.stringify(orderRequest(number, starts))),
    close: () => agent.destroy(),
  };
}

function post(url: string, agent: Agent, number: number, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'idempotency-key': `bench-${String(number).padStart(12, '0')}`,
    };
    const call = request(url, {method: 'POST', agent, headers}, answer => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part));
      answer.on('error', reject).on('end', () => {
        if (answer.statusCode === 201) resolve();
        else reject(new Error(`An order was answered with ${answer.statusCode}: ${text}`));
      });
    });
    call.on('error', reject).end(body);
  });
}
