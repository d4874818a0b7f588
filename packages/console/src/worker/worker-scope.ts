/** What our service worker uses of its world (W3C Service Workers, Push API); the page's types know none of it. */
export interface WorkerScope {
  readonly registration: {
    showNotification(title: string, options: object): Promise<void>;
    readonly pushManager: {
      subscribe(options: PushOptions): Promise<Subscription>;
    };
  };
  readonly clients: {
    matchAll(options: {
      type: 'window';
      includeUncontrolled: boolean;
    }): Promise<readonly WindowClient[]>;
    openWindow(url: string): Promise<unknown>;
    claim(): Promise<void>;
  };
  readonly navigator: {readonly language: string};
  /** Of the script itself. */
  readonly location: {readonly search: string};
  fetch(url: string, init: RequestInit): Promise<Response>;
  skipWaiting(): Promise<void>;
}

export interface WindowClient {
  readonly url: string;
  readonly focused: boolean;
  focus(): Promise<unknown>;
  postMessage(message: unknown): void;
}

export interface PushOptions {
  readonly userVisibleOnly?: boolean;
  readonly applicationServerKey?: ArrayBuffer | string | null;
}

export interface Subscription {
  readonly options: PushOptions;
  toJSON(): {endpoint?: string; keys?: Record<string, string>};
}

/** An event that the browser keeps the worker alive for. */
export interface LastingEvent {
  waitUntil(work: Promise<unknown>): void;
}

export interface PushEvent extends LastingEvent {
  readonly data: {text(): string} | null;
}

export interface NotificationEvent extends LastingEvent {
  readonly notification: {readonly data: unknown; close(): void};
}

export interface SubscriptionChangeEvent extends LastingEvent {
  readonly oldSubscription?: Subscription | null;
  readonly newSubscription?: Subscription | null;
}
