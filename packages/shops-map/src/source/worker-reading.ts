import {
  UnreadableFeedError,
  type Place,
  type PreparedOrder,
  type ReadPlacesResult,
  type RejectedRow,
} from '@local-widgets/model';
import type {EarlyPositions} from './early-positions.js';
import type {StartedWorker} from './start-worker.js';
import {takeWorker} from './waiting-worker.js';
import type {Bytes, ReadAnswer, ReadMessage, ReadOrder} from './worker-messages.js';
import {WorkerRefusal} from './worker-refusal.js';

export interface WorkerOptions {
  readonly signal: AbortSignal;
  readonly start?: () => StartedWorker;
  /** Called when the positions are known long before the places. */
  readonly onEarly?: ((early: EarlyPositions) => void) | undefined;
  /** Milliseconds of silence after which the worker counts as dead: some die without a word. */
  readonly patience?: number;
}

export interface WorkerResult extends ReadPlacesResult {
  readonly prepared: PreparedOrder;
}

/** Milliseconds that a browser gets to say that a policy was the reason. */
const REPORT_WAIT = 50;

/**
 * Reads a feed in a worker, which is gone afterwards. Bytes are handed over, not copied, as soon as the
 * worker says that it is there: they are still here whenever it could not be started.
 */
export class WorkerReading {
  /** Whether bytes went over to the worker, and are no more here. */
  hasTaken = false;

  private readonly places: Place[] = [];
  private readonly rejected: RejectedRow[] = [];
  private readonly prepared: {nameOrder?: Uint32Array; positions?: Float64Array} = {};
  private readonly result: Promise<WorkerResult>;
  private started: StartedWorker | undefined;
  private isReady = false;
  /** What waits for the worker to be there. */
  private chunks: Bytes[] = [];
  private isClosed = false;
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
    private readonly options: WorkerOptions,
  ) {
    const {signal, start = takeWorker} = options;
    this.result = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    // whoever asks for the result will hear of it
    this.result.catch(() => undefined);
    if (signal.aborted) {
      this.reject(signal.reason as Error);
      return;
    }
    signal.addEventListener('abort', this.abort, {once: true});
    document.addEventListener('securitypolicyviolation', this.handleViolation);
    try {
      this.listen((this.started = start()));
    } catch (error) {
      // WebKit throws at once what others tell by an event
      this.failSoon(error as Error);
    }
  }

  /** Takes the chunks out of the list as soon as the worker is there, now or when it is called again. */
  take(chunks: Bytes[]): void {
    this.chunks = chunks;
    this.handOver();
  }

  /**
   * What was read of all that was taken.
   *
   * @throws UnreadableFeedError as `readPlaces` does, WorkerRefusal when there is no answer to be had
   * from a worker; an abort rejects with its reason.
   */
  close(): Promise<WorkerResult> {
    this.isClosed = true;
    this.handOver();
    if (this.started) this.expect(this.started.address);
    return this.result;
  }

  /** Nobody waits for it any more. */
  end(): void {
    clearTimeout(this.timer);
    clearInterval(this.pulse);
    this.options.signal.removeEventListener('abort', this.abort);
    document.removeEventListener('securitypolicyviolation', this.handleViolation);
    this.isReady = false;
    this.started?.end();
    this.started = undefined;
  }

  private readonly abort = (): void => this.fail(this.options.signal.reason as Error);

  private fail(error: Error): void {
    this.reject(error);
    this.end();
  }

  private handOver(): void {
    if (!this.isReady) return;
    const chunks = this.chunks.splice(0);
    if (chunks.length > 0) {
      this.hasTaken = true;
      this.tell({kind: 'bytes', chunks}, [...new Set(chunks.map(({buffer}) => buffer))]);
    }
    if (this.isClosed) this.tell({kind: 'close'});
  }

  private tell(message: ReadMessage, transfer: Transferable[] = []): void {
    this.started?.worker.postMessage(message, transfer);
  }

  private listen({worker, address, isReady}: StartedWorker): void {
    const refuse = (how: string) => new WorkerRefusal(`The worker ${address} ${how}.`, address);
    worker.onmessage = ({data}: MessageEvent<ReadAnswer>) => this.hear(data);
    worker.onmessageerror = () => this.fail(refuse('answered what cannot be read'));
    worker.onerror = event => {
      // else it would also be an uncaught error of the page
      event.preventDefault();
      this.failSoon(refuse(event.message ? `stopped (${event.message})` : 'could not be started'));
    };
    if (isReady) this.hear({kind: 'ready'});
  }

  private hear(answer: ReadAnswer): void {
    this.silence = 0;
    switch (answer.kind) {
      case 'ready':
        this.isReady = true;
        this.tell({kind: 'open', order: this.order});
        this.handOver();
        break;
      case 'anew':
        this.places.length = 0;
        break;
      case 'early':
        this.options.onEarly?.(answer);
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
    const {patience = 30_000} = this.options;
    const sentence = `The worker ${address} said nothing for ${patience / 1000} s.`;
    this.pulse = setInterval(() => {
      if (++this.silence > 4) this.fail(new WorkerRefusal(sentence, address));
    }, patience / 4);
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
