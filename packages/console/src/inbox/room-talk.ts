import {RoomLog} from '@local-widgets/model';
import type {ChatEvent} from '@local-widgets/model/schemas.js';
import type {InboxApi} from '../api/inbox-api.js';

/** Events of one page: a screen or two of messages, with the marks between them. */
const PAGE = 60;
/** More than this many missed events are not fetched one by one: the latest page is, and older ones on demand. */
const FAR_BEHIND = 200;

export interface RoomTalkNeeds {
  readonly api: Pick<InboxApi, 'events'>;
  /** Something is to be seen. */
  readonly changed: () => void;
  /** Events that came into the log, in order; not those of history. */
  readonly applied: (events: readonly ChatEvent[]) => void;
}

/** What was said in one room, as far as it is loaded; kept up to date without a gap. */
export class RoomTalk {
  /** Absent until the latest page has come. */
  log: RoomLog | undefined;
  /** Why the last question failed. */
  error: Error | undefined;
  /** Older messages are on their way. */
  isLoadingOlder = false;

  /** Number of the oldest event that the hub keeps. */
  private oldest = 1;
  /** Events that came before the first page. */
  private early: ChatEvent[] = [];
  private loading: Promise<void> | undefined;
  /** Number of an event that is known to exist, and may be missing here. */
  private wanted = 0;

  constructor(
    readonly room: string,
    private readonly needs: RoomTalkNeeds,
  ) {}

  /** There are older messages than those that are here. */
  get hasOlder(): boolean {
    return this.log !== undefined && this.log.firstSeq > this.oldest;
  }

  /** The latest page, unless it is here or on its way. */
  load(): Promise<void> {
    if (this.log) return Promise.resolve();
    return (this.loading ??= this.run(() => this.loadLatest()));
  }

  /** Takes an event of the stream, or of an answer. */
  take(event: ChatEvent): void {
    if (!this.log) {
      this.early.push(event);
      return;
    }
    this.put([event]);
  }

  /** The room has events up to this number: asks for those that are missing. */
  catchUp(lastSeq: number): Promise<void> {
    this.wanted = Math.max(this.wanted, lastSeq);
    if (!this.log || this.wanted <= this.log.lastSeq) return Promise.resolve();
    return (this.loading ??= this.run(() => this.fill()));
  }

  /** Asks for whatever may have come since: nothing was heard of the room for a while. */
  refresh(): Promise<void> {
    return this.log ? this.catchUp(this.log.lastSeq + 1) : this.load();
  }

  /** Too much was missed: the latest page anew. */
  async reset(): Promise<void> {
    await this.loading;
    this.log = undefined;
    return this.load();
  }

  /** Asks once more for what could not be had. */
  retry(): Promise<void> {
    if (!this.error) return Promise.resolve();
    return this.log ? this.catchUp(this.wanted) : this.load();
  }

  /** One page of older events, before those that are here. */
  async older(): Promise<void> {
    const {log} = this;
    if (!log || this.isLoadingOlder || !this.hasOlder) return;
    this.isLoadingOlder = true;
    this.needs.changed();
    try {
      const page = await this.needs.api.events(this.room, {before: log.firstSeq, limit: PAGE});
      this.error = undefined;
      log.prepend(page.events);
      // a page without events: what was there is not kept any more
      this.oldest = page.events.length === 0 ? log.firstSeq : page.firstSeq;
    } catch (error) {
      this.error = errorOf(error);
    }
    this.isLoadingOlder = false;
    this.needs.changed();
  }

  /** All of it, from the beginning. @throws HubError */
  async loadAll(): Promise<void> {
    await this.load();
    while (this.hasOlder) {
      await this.older();
      if (this.error) throw this.error;
    }
  }

  private async run(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.error = undefined;
    } catch (error) {
      this.error = errorOf(error);
    }
    this.loading = undefined;
    this.needs.changed();
    // what came to be known meanwhile
    if (!this.error) void this.catchUp(this.wanted);
  }

  private async loadLatest(): Promise<void> {
    const {events, lastSeq, firstSeq} = await this.needs.api.events(this.room, {limit: PAGE});
    const log = new RoomLog((events[0]?.seq ?? lastSeq + 1) - 1);
    log.take(events);
    this.log = log;
    this.oldest = firstSeq;
    this.put(this.early);
    this.early = [];
  }

  private async fill(): Promise<void> {
    const {log} = this;
    if (!log) return;
    while (log.lastSeq < this.wanted) {
      if (this.wanted - log.lastSeq > FAR_BEHIND) return this.loadLatest();
      const after = log.lastSeq;
      const page = await this.needs.api.events(this.room, {after, limit: FAR_BEHIND});
      // retention, or an erasure, took what was between
      if (page.firstSeq > after + 1) return this.loadLatest();
      this.needs.applied(log.take(page.events).applied);
      this.wanted = Math.max(this.wanted, page.lastSeq);
      // the hub knows of no more
      if (log.lastSeq === after) this.wanted = after;
    }
  }

  private put(events: readonly ChatEvent[]): void {
    const {applied, missingAfter} = this.log!.take(events);
    this.needs.applied(applied);
    if (missingAfter !== undefined) {
      void this.catchUp(Math.max(...events.map(({seq}) => seq)));
    }
    if (applied.length > 0) this.needs.changed();
  }
}

function errorOf(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
