import {problem, type FakeHub} from './fake-hub.js';
import type {VirtualTime} from './virtual-time.js';

/** What a network does to a request, or to what comes over a stream. */
export interface Fate {
  readonly kind: FateKind;
  /** Milliseconds that it takes. */
  readonly ms: number;
}

export const FATES = [
  'well',
  // it never reaches the hub; it does, but the answer does not come back
  'unsent',
  'lost',
  // later than others that were sent after it
  'late',
  'late-answer',
  // once more, by itself, later
  'twice',
  'busy',
  'broken',
  // of a stream: single events, or its end
  'holes',
  'doubles',
  'disorder',
  'half',
] as const;

export type FateKind = (typeof FATES)[number];

/** A network that does to each request what a list says, from when it breaks until it is mended. */
export class BadNetwork {
  private isMended = true;
  private index = 0;

  constructor(
    private readonly time: VirtualTime,
    private readonly fates: readonly Fate[],
  ) {}

  readonly between =
    (fetch: FakeHub['fetch']): FakeHub['fetch'] =>
    async (input, init) => {
      const {kind, ms} = this.next();
      const signal = init?.signal;
      // one's own signal ends the question, not what the network does with it
      const lasting = {...init};
      delete lasting.signal;
      if (kind === 'unsent') throw new TypeError('Failed to fetch');
      if (kind === 'busy') {
        return problem(429, 'too-many-requests', {'retry-after': `${Math.ceil(ms / 1000)}`});
      }
      if (kind === 'broken') return problem(503, 'unavailable');
      if (kind === 'late') await this.wait(ms, signal);
      if (kind === 'twice' && !input.includes('/events')) {
        void this.time.sleep(ms).then(() => fetch(input, lasting).catch(() => undefined));
      }
      const answer = await fetch(input, init);
      if (kind === 'lost') throw new TypeError('Failed to fetch');
      if (kind === 'late-answer') await this.wait(ms, signal);
      return this.isStream(answer) ? this.spoil(answer, kind, ms) : answer;
    };

  break(): void {
    this.isMended = false;
  }

  /** From here on everything goes well. */
  mend(): void {
    this.isMended = true;
  }

  private next(): Fate {
    const fate = this.fates[this.index++ % Math.max(1, this.fates.length)];
    return this.isMended || !fate ? {kind: 'well', ms: 0} : fate;
  }

  private async wait(ms: number, signal: AbortSignal | null | undefined): Promise<void> {
    await this.time.sleep(ms, signal ?? undefined);
    if (signal?.aborted) throw new DOMException('aborted', 'AbortError');
  }

  private isStream({headers}: Response): boolean {
    return headers.get('content-type') === 'text/event-stream';
  }

  /** Events that come in pieces of their own are left out, doubled, or exchanged with the next. */
  private spoil(answer: Response, kind: FateKind, ms: number): Response {
    let count = 0;
    let kept: Uint8Array | undefined;
    const spoiled = answer.body!.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform: (piece, out) => {
          const isFaulty = !this.isMended && count++ > 0 && count % 3 === ms % 3;
          if (isFaulty && kind === 'holes') return;
          if (isFaulty && kind === 'half') {
            out.terminate();
            return;
          }
          if (isFaulty && kind === 'disorder' && !kept) {
            kept = piece;
            return;
          }
          out.enqueue(piece);
          if (isFaulty && kind === 'doubles') out.enqueue(piece);
          if (kept) out.enqueue(kept);
          kept = undefined;
        },
      }),
    );
    return new Response(spoiled, {headers: answer.headers});
  }
}
