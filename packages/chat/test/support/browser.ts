import type {TabTools} from '../../src/client/shared-line.js';
import {MemoryStorage, storageEvent} from './world.js';

/** A tab of a browser: the storage of its site, and what joins it to the others. */
export interface Tab {
  readonly storage: Storage;
  readonly page: EventTarget;
  readonly tools: TabTools;
  /** The tab is closed, or its process killed: its lock is free, its channel silent. */
  close(): void;
  /** The browser freezes it in the background: it keeps its lock and hears nothing. */
  freeze(): void;
}

type Release = () => void;

/** One who has, or waits for, the lock of a name. */
interface Holder {
  readonly tab: object;
  readonly grant: () => Promise<void>;
  readonly lose: Release;
}

/** Tabs of one site: one storage, one set of locks (Web Locks), channels between them. */
export class Browser {
  readonly entries = new Map<string, string>();
  private readonly tabs = new Set<{page: EventTarget; channels: Set<TestChannel>}>();
  private readonly held = new Map<string, Holder>();
  private readonly queues = new Map<string, Holder[]>();

  open(): Tab {
    const page = new EventTarget();
    const channels = new Set<TestChannel>();
    const tab = {page, channels};
    this.tabs.add(tab);
    const tellOthers = (key: string | null): void => {
      for (const other of this.tabs) {
        if (other !== tab) other.page.dispatchEvent(storageEvent(key));
      }
    };
    const tools: TabTools = {
      locks: {
        request: ((name: string, options: LockOptions, callback: () => Promise<void>) =>
          this.request(tab, name, options, callback)) as LockManager['request'],
      },
      channel: name => {
        const channel = new TestChannel(name, message => {
          for (const other of this.tabs) {
            if (other !== tab) other.channels.forEach(each => each.take(name, message));
          }
        });
        channels.add(channel);
        return channel as unknown as BroadcastChannel;
      },
    };
    const leave = (): void => {
      this.tabs.delete(tab);
      channels.clear();
    };
    return {
      storage: new SharedStorage(this.entries, tellOthers),
      page,
      tools,
      freeze: leave,
      close: () => {
        leave();
        for (const [name, queue] of this.queues) {
          this.queues.set(
            name,
            queue.filter(holder => holder.tab !== tab),
          );
        }
        for (const [name, holder] of this.held) if (holder.tab === tab) this.free(name, holder);
      },
    };
  }

  private request(
    tab: object,
    name: string,
    {steal, signal}: LockOptions,
    callback: () => Promise<void>,
  ): Promise<void> {
    return new Promise((resolve, reject) => {
      const holder: Holder = {
        tab,
        grant: () =>
          callback().then(() => {
            this.free(name, holder);
            resolve();
          }),
        lose: () => reject(new DOMException('stolen', 'AbortError')),
      };
      const present = this.held.get(name);
      if (steal || !present) {
        present?.lose();
        this.held.set(name, holder);
        void holder.grant();
        return;
      }
      const queue = this.queues.get(name) ?? [];
      this.queues.set(name, [...queue, holder]);
      signal?.addEventListener('abort', () => {
        this.queues.set(name, this.queues.get(name)?.filter(each => each !== holder) ?? []);
        reject(new DOMException('aborted', 'AbortError'));
      });
    });
  }

  private free(name: string, holder: Holder): void {
    if (this.held.get(name) !== holder) return;
    this.held.delete(name);
    const [next, ...rest] = this.queues.get(name) ?? [];
    this.queues.set(name, rest);
    if (!next) return;
    this.held.set(name, next);
    void next.grant();
  }
}

class SharedStorage extends MemoryStorage {
  constructor(
    entries: Map<string, string>,
    private readonly tellOthers: (key: string | null) => void,
  ) {
    super(entries);
  }

  override setItem(name: string, value: string): void {
    if (this.getItem(name) === value) return;
    super.setItem(name, value);
    this.tellOthers(name);
  }

  override removeItem(name: string): void {
    if (this.getItem(name) === null) return;
    super.removeItem(name);
    this.tellOthers(name);
  }
}

class TestChannel {
  onmessage: ((event: {data: unknown}) => void) | null = null;
  private isOpen = true;

  constructor(
    private readonly name: string,
    private readonly send: (message: unknown) => void,
  ) {}

  postMessage(message: unknown): void {
    if (this.isOpen) this.send(structuredClone(message));
  }

  take(name: string, data: unknown): void {
    if (this.isOpen && name === this.name) {
      void Promise.resolve().then(() => this.isOpen && this.onmessage?.({data}));
    }
  }

  close(): void {
    this.isOpen = false;
  }
}
