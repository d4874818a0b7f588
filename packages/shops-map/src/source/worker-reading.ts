import {WorkerTalk, type StartedWorker} from '@local-widgets/core';
import {
  UnreadableFeedError,
  type Place,
  type PreparedOrder,
  type ReadPlacesResult,
  type RejectedRow,
} from '@local-widgets/model';
import type {EarlyPositions} from './early-positions.js';
import {takeWorker} from './waiting-worker.js';
import type {Bytes, ReadAnswer, ReadMessage, ReadOrder} from './worker-messages.js';

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
  private readonly talk: WorkerTalk<ReadMessage, ReadAnswer>;
  private isReady = false;
  /** What waits for the worker to be there. */
  private chunks: Bytes[] = [];
  private isClosed = false;
  private resolve: (result: WorkerResult) => void = () => undefined;
  private reject: (error: Error) => void = () => undefined;

  constructor(
    private readonly order: ReadOrder,
    private readonly options: WorkerOptions,
  ) {
    const {signal, start = takeWorker, patience} = options;
    this.result = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    // whoever asks for the result will hear of it
    this.result.catch(() => undefined);
    this.talk = new WorkerTalk<ReadMessage, ReadAnswer>({
      start,
      patience,
      ready: () => {
        this.isReady = true;
        this.talk.tell({kind: 'open', order: this.order});
        this.handOver();
      },
      hear: answer => this.hear(answer),
      fail: error => this.fail(error),
    });
    if (signal.aborted) {
      this.reject(signal.reason as Error);
      return;
    }
    signal.addEventListener('abort', this.abort, {once: true});
    this.talk.open();
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
    this.talk.expect();
    return this.result;
  }

  /** Nobody waits for it any more. */
  end(): void {
    this.options.signal.removeEventListener('abort', this.abort);
    this.isReady = false;
    this.talk.end();
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
      this.talk.tell({kind: 'bytes', chunks}, [...new Set(chunks.map(({buffer}) => buffer))]);
    }
    if (this.isClosed) this.talk.tell({kind: 'close'});
  }

  private hear(answer: ReadAnswer): void {
    switch (answer.kind) {
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
}
