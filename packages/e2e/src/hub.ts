import type {Order} from '@local-widgets/model/schemas.js';
import type {PageWindow} from './frame.js';
import {forgetOurs} from './traces.js';

export type Database = 'sqlite' | 'postgres';

/** A real hub with the shops of the example town, for this browser alone. */
export interface RunningHub {
  /** Its own origin, to which pages send orders. */
  readonly hub: string;
  /** Secret of the link that makes an admin. */
  readonly setUp: string;
  /** Gives a page the hub's time, a Tuesday at nine; for `before` of `openPage`. */
  readonly before: (window: PageWindow) => void;
}

/** Undefined where that database cannot be had here. */
export async function startHub(database: Database = 'sqlite'): Promise<RunningHub | undefined> {
  const response = await fetch(`/__hub/start?database=${database}`, {method: 'POST'});
  const {hub, setUp, now, skip} = (await response.json()) as Record<string, string>;
  if (skip !== undefined) return undefined;
  const ahead = Date.parse(now!) - Date.now();
  return {hub: hub!, setUp: setUp!, before: window => moveClock(window, ahead)};
}

/** Ends it, and forgets what its shops left in this browser. */
export async function stopHub(): Promise<void> {
  forgetOurs();
  await fetch('/api/session', {method: 'DELETE'});
  await fetch('/__hub/stop', {method: 'POST'});
}

/** Makes this browser the hub's admin, signed in at its desk. */
export async function signIn({setUp}: RunningHub): Promise<void> {
  const response = await fetch('/api/session', {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify({token: setUp, name: 'Anaïs', email: 'anais@lecourbe.example'}),
  });
  if (!response.ok) throw new Error(`Signing in answered ${response.status}.`);
}

/** What the desk of a shop knows of its open orders; needs to be signed in. */
export async function openOrders(shop: string): Promise<Order[]> {
  const response = await fetch(`/api/shops/${shop}/desk/orders?state=open`);
  return ((await response.json()) as {orders: Order[]}).orders;
}

/** The page's clock goes on from another moment. */
export function moveClock(window: PageWindow, ahead: number): void {
  const Real = window.Date;
  class Moved extends Real {
    constructor(...parts: unknown[]) {
      super(...((parts.length === 0 ? [Moved.now()] : parts) as []));
    }

    static override now(): number {
      return Real.now() + ahead;
    }
  }
  Object.assign(window, {Date: Moved});
}
