import {
  UnreadableFeedError,
  type Place,
  type PreparedOrder,
  type ReadPlacesResult,
  type RejectedRow,
} from '@local-widgets/model';
import type {StartedWorker} from './start-worker.js';
import {takeWorker} from './waiting-worker.js';
import type {ReadAnswer, ReadOrder} from './worker-messages.js';
import {WorkerRefusal} from './worker-refusal.js';

export interface WorkerOptions {
  readonly signal: AbortSignal;
  readonly start?: () => StartedWorker;
  /** Milliseconds of silence after which the worker counts as dead: some die without a word. */
  readonly patience?: number;
}

export interface WorkerResult extends ReadPlacesResult {
  readonly prepared: PreparedOrder;
}

/** Milliseconds that a browser gets to say that a policy was the reason. */
const REPORT_WAIT = 50;

/**
 * Reads a feed in a worker, which is gone afterwards. The bytes are handed over, not copied, as soon as
 * the worker says that it is there: they are still here whenever it could not be started, and empty
 * when it was lost later.
 *
 * @throws UnreadableFeedError as `readPlaces` does, WorkerRefusal when there is no answer to be had
 * from a worker; an abort rejects with its reason.
 */
export async function readInWorker(
  order: ReadOrder,
  {signal, start = takeWorker, patience = 30_000}: WorkerOptions,
): Promise<WorkerResult> {
  if (signal.aborted) throw signal.reason;
  const reading = new Reading(order, patience);
  const abort = (): void => reading.fail(signal.reason as Error);
  signal.addEventListener('abort', abort, {once: true});
  try {
    return await reading.run(start);
  } catch (error) {
    reading.end();
    throw error;
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

/** One worker and its answers. */
class Reading {
  private readonly places: Place[] = [];
  private readonly rejected: RejectedRow[] = [];
  private readonly prepared: {nameOrder?: Uint32Array; positions?: Float64Array} = {};
  private started: StartedWorker | undefined;
  /** What the page's policy said about it. */
  private violation: SecurityPolicyViolationEvent | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private pulse: ReturnType<typeof setInterval> | undefined;
  /** Quarters of the patience since the last word. */
  private silence = 0;
  private resolve: (result: WorkerResult) => void = () => undefined;
  private reject: (error: Error) => void = () => undefined;

  constructor(
    private readonly order: ReadOrder,
    private readonly patience: number,
  ) {}

  run(start: () => StartedWorker): Promise<WorkerResult> {
    return new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
      document.addEventListener('securitypolicyviolation', this.handleViolation);
      try {
        this.listen((this.started = start()));
      } catch (error) {
        // WebKit throws at once what others tell by an event
        this.failSoon(error as Error);
      }
    });
  }

  fail(error: Error): void {
    this.reject(error);
    this.end();
  }

  end(): void {
    clearTimeout(this.timer);
    clearInterval(this.pulse);
    document.removeEventListener('securitypolicyviolation', this.handleViolation);
    this.started?.end();
  }

  private listen({worker, address, isReady}: StartedWorker): void {
    const refuse = (how: string) => new WorkerRefusal(`The worker ${address} ${how}.`, address);
    worker.onmessage = ({data}: MessageEvent<ReadAnswer>) => this.take(data);
    worker.onmessageerror = () => this.fail(refuse('answered what cannot be read'));
    worker.onerror = event => {
      // else it would also be an uncaught error of the page
      event.preventDefault();
      this.failSoon(refuse(event.message ? `stopped (${event.message})` : 'could not be started'));
    };
    this.expect(address);
    if (isReady) this.take({kind: 'ready'});
  }

  private take(answer: ReadAnswer): void {
    this.silence = 0;
    switch (answer.kind) {
      case 'ready':
        this.started?.worker.postMessage(this.order, [this.order.bytes.buffer]);
        break;
      case 'places':
        this.places.push(...answer.part);
        break;
      case 'rejected':
        this.rejected.push(...answer.part);
        break;
      case 'unreadable':
        this.fail(new UnreadableFeedError(answer.code, answer.detail));
        break;
      case 'removed':
        for (const index of answer.indices) this.places.splice(index, 1);
        break;
      case 'renamed':
        for (const [index, id] of answer.ids) {
          this.places[index] = {...(this.places[index] as Place), id};
        }
        break;
      case 'done': {
        const {places, rejected, prepared} = this;
        const {format, truncated} = answer;
        prepared.positions = answer.positions;
        this.resolve({places, rejected, format, truncated, prepared});
        break;
      }
      case 'names':
        // whoever has the result finds it there
        this.prepared.nameOrder = answer.nameOrder;
        break;
      case 'end':
        this.end();
    }
  }

  /** Next words from the worker, in good time; a timer for each of 200 parts would take longer than they. */
  private expect(address: string): void {
    const sentence = `The worker ${address} said nothing for ${this.patience / 1000} s.`;
    this.pulse = setInterval(() => {
      if (++this.silence > 4) this.fail(new WorkerRefusal(sentence, address));
    }, this.patience / 4);
  }

  /** Once the browser had the time to say whether a policy was the reason. */
  private failSoon(error: Error): void {
    clearTimeout(this.timer);
    clearInterval(this.pulse);
    this.timer = setTimeout(() => this.fail(this.explained(error)), REPORT_WAIT);
  }

  private readonly handleViolation = (event: SecurityPolicyViolationEvent): void => {
    const {disposition, effectiveDirective} = event;
    if (disposition === 'enforce' && /^(?:worker|child|script)-src/.test(effectiveDirective)) {
      this.violation = event;
    }
  };

  private explained(error: Error): Error {
    if (!this.violation || !(error instanceof WorkerRefusal)) return error;
    const {address} = error;
    const isBlob = this.violation.blockedURI.startsWith('blob');
    // the module of one line is a blob, what it imports is not
    const source = `${isBlob ? 'blob: and ' : ''}${new URL(address).origin}`;
    return new WorkerRefusal(
      `This page's Content-Security-Policy refuses the worker ${address}: add ${source} to worker-src.`,
      address,
    );
  }
}
