import {Worker} from 'node:worker_threads';

export type PeerName = 'rrule' | 'ical.js';

/** What a peer makes of a rule: instants, or why there are none. */
export type PeerAnswer =
  {readonly instants: readonly number[]} | {readonly error: string} | 'never returned';

/** Longer than any answer takes; what takes longer is ended. */
const PATIENCE = 10_000;

/** Other libraries in a worker of their own, which is ended and made anew when one does not return. */
export class Peers {
  private worker: Worker | undefined;

  async ask(peer: PeerName, rule: string, start: number, to: number): Promise<PeerAnswer> {
    const worker = (this.worker ??= new Worker(new URL('./peers-worker.mjs', import.meta.url)));
    const answer = await new Promise<PeerAnswer>(resolve => {
      const timer = setTimeout(() => resolve('never returned'), PATIENCE);
      worker.once('message', (message: PeerAnswer) => {
        clearTimeout(timer);
        resolve(message);
      });
      worker.postMessage({peer, rule, start, to});
    });
    if (answer === 'never returned') {
      await worker.terminate();
      this.worker = undefined;
    }
    return answer;
  }

  async end(): Promise<void> {
    await this.worker?.terminate();
  }
}
