import type {StartedWorker} from './start-worker.js';
import {WorkerRefusal} from './worker-refusal.js';

export interface TalkOptions<Answer> {
  readonly start: () => StartedWorker;
  /** Hears each answer but the first, `{kind: 'ready'}`. */
  readonly hear: (answer: Answer) => void;
  /** The worker is there: from now on it can be told things. */
  readonly ready: () => void;
  /** It was refused, broke, or says nothing any more. Called once at most. */
  readonly fail: (error: Error) => void;
  /** Milliseconds of silence after which the worker counts as dead: some die without a word. */
  readonly patience?: number | undefined;
}

/** Milliseconds that a browser gets to say that a policy was the reason. */
const REPORT_WAIT = 50;

/**
 * A talk with a worker that says `{kind: 'ready'}` first: watches that it could be started, that it is
 * alive, and why it was refused.
 */
export class WorkerTalk<Message, Answer extends {readonly kind: string}> {
  private started: StartedWorker | undefined;
  /** What the page's policy said about it. */
  private violation: SecurityPolicyViolationEvent | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private pulse: ReturnType<typeof setInterval> | undefined;
  /** Quarters of the patience since the last word. */
  private silence = 0;

  constructor(private readonly options: TalkOptions<Answer>) {}

  /** Starts the worker; one that waits already may be ready before this returns. */
  open(): void {
    document.addEventListener('securitypolicyviolation', this.handleViolation);
    try {
      this.listen((this.started = this.options.start()));
    } catch (error) {
      // WebKit throws at once what others tell by an event
      this.failSoon(error as Error);
    }
  }

  tell(message: Message, transfer: Transferable[] = []): void {
    this.started?.worker.postMessage(message, transfer);
  }

  /** Next words from the worker, in good time; a timer for each of many parts would take longer than they. */
  expect(): void {
    const {started, options} = this;
    if (!started) return;
    const {patience = 30_000} = options;
    const {address} = started;
    const sentence = `The worker ${address} said nothing for ${patience / 1000} s.`;
    this.pulse = setInterval(() => {
      if (++this.silence > 4) this.fail(new WorkerRefusal(sentence, address));
    }, patience / 4);
  }

  /** Nobody waits for it any more. */
  end(): void {
    clearTimeout(this.timer);
    clearInterval(this.pulse);
    document.removeEventListener('securitypolicyviolation', this.handleViolation);
    this.started?.end();
    this.started = undefined;
  }

  private listen({worker, address, isReady}: StartedWorker): void {
    const refuse = (how: string) => new WorkerRefusal(`The worker ${address} ${how}.`, address);
    worker.onmessage = ({data}: MessageEvent<Answer>) => this.hear(data);
    worker.onmessageerror = () => this.fail(refuse('answered what cannot be read'));
    worker.onerror = event => {
      // else it would also be an uncaught error of the page
      event.preventDefault();
      this.failSoon(refuse(event.message ? `stopped (${event.message})` : 'could not be started'));
    };
    if (isReady) this.options.ready();
  }

  private hear(answer: Answer): void {
    this.silence = 0;
    if (answer.kind === 'ready') this.options.ready();
    else this.options.hear(answer);
  }

  private fail(error: Error): void {
    this.end();
    this.options.fail(error);
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
