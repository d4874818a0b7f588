import {
  FeedController,
  FeedError,
  type FeedEnvironment,
  type LocalElement,
} from '@local-widgets/core';
import {addMonths, firstOfMonth, type DayRange} from '@local-widgets/model';
import {LocalEventsErrorEvent, LocalEventsLoadEvent} from '../events.js';
import {hasInline, loadEvents} from './load-events.js';
import type {LoadedEvents} from './source.js';
import {withWords} from './with-words.js';

/** The attributes that say where events come from. */
export interface SourceAttributes {
  readonly src: string;
  readonly format: string;
  readonly hub: string;
  readonly calendar: string;
  readonly labels: string;
  readonly feedEnvironment: FeedEnvironment | undefined;
}

/** What the controller asks of its element, and tells it. */
export interface SourceOwner {
  /** The IANA zone, and the present day in it. */
  timeZone(): string;
  today(): number;
  labels(): readonly string[];
  warn(message: string, ...details: unknown[]): void;
  emit(event: Event): void;
  /** A load ended that a person had asked for again, with a button that is gone meanwhile. */
  retried(succeeded: boolean): void;
}

/** Months that are read before and after the present one, and beyond a day that is asked for. */
const BEFORE = 2;
const AFTER = 13;
/** Days at once at most, as many as a hub gives: who goes further leaves the beginning behind. */
const WIDEST = 1000;

/** Where the events come from, which time was read of them, and what became of the last load. */
export class EventsController {
  private readonly feed: FeedController<LoadedEvents>;
  private days: DayRange | undefined;
  /** When the newest came. */
  receivedAt: Date | undefined;

  private retrying = false;

  constructor(
    private readonly host: LocalElement & SourceAttributes,
    private readonly owner: SourceOwner,
  ) {
    this.feed = new FeedController<LoadedEvents>(host, state => {
      if (state.phase === 'ready') this.arrived(state.data);
      else if (state.phase === 'failed') this.failed(state.error);
    });
  }

  /** The newest events, whatever happened since. */
  get loaded(): LoadedEvents | undefined {
    return this.feed.data;
  }

  get isLoading(): boolean {
    return this.feed.state.phase === 'loading';
  }

  /** Why the last load failed. */
  get failure(): FeedError['code'] | undefined {
    const {state} = this.feed;
    return state.phase === 'failed' ? codeOf(state.error) : undefined;
  }

  /** Another source: what the one before had is not an older state of it. */
  load(): void {
    this.feed.clear();
    this.days = undefined;
    const {host, owner} = this;
    const {src, hub, calendar} = host;
    if (src || (hub && calendar) || hasInline(host))
      this.read(around(owner.today(), owner.today()));
  }

  /** Reads more when days are to be shown that were not read; what is there stays meanwhile. */
  need({firstDay, lastDay}: DayRange): void {
    const {days} = this;
    if (!days || (firstDay >= days.firstDay && lastDay <= days.lastDay)) return;
    const wanted = around(firstDay, lastDay);
    const all = {
      firstDay: Math.min(days.firstDay, wanted.firstDay),
      lastDay: Math.max(days.lastDay, wanted.lastDay),
    };
    this.read(all.lastDay - all.firstDay > WIDEST ? wanted : all);
  }

  reload(): void {
    this.feed.reload();
  }

  retry(): void {
    this.retrying = true;
    this.reload();
  }

  private read(days: DayRange): void {
    this.days = days;
    const {host, owner} = this;
    const {src, format, hub, calendar, feedEnvironment: environment} = host;
    const labels = owner.labels();
    const timeZone = owner.timeZone();
    const about = {src, format, hub, calendar, labels, host, timeZone, days};
    this.feed.load(signal =>
      loadEvents({...about, ...(environment && {environment}), signal}).catch(withWords),
    );
  }

  private arrived(data: LoadedEvents): void {
    const {owner} = this;
    const {occurrences, rejected, failures} = data;
    this.receivedAt = this.host.clock.now();
    const count = data.lookup?.size ?? data.events.length;
    this.tellRetry(true);
    if (rejected.length > 0) {
      void import('../sources.js').then(
        ({rejectionReport}) => owner.warn(rejectionReport(count, rejected)),
        () => owner.warn(`${rejected.length} entries left out.`),
      );
    }
    for (const {error} of failures) owner.warn(error.message);
    owner.emit(
      new LocalEventsLoadEvent({
        count,
        occurrences: occurrences.length,
        rejected: rejected.length,
      }),
    );
  }

  private failed(error: Error): void {
    const {owner} = this;
    const {message} = error;
    this.tellRetry(false);
    owner.warn(message);
    owner.emit(new LocalEventsErrorEvent({code: codeOf(error), message}));
  }

  private tellRetry(succeeded: boolean): void {
    if (this.retrying) this.owner.retried(succeeded);
    this.retrying = false;
  }
}

/** Whole months around some days. */
function around(firstDay: number, lastDay: number): DayRange {
  return {
    firstDay: firstOfMonth(addMonths(firstDay, -BEFORE)),
    lastDay: firstOfMonth(addMonths(lastDay, AFTER)) - 1,
  };
}

function codeOf(error: Error): FeedError['code'] {
  // a part of ours did not arrive, most often: the network's fault, and worth another try
  return error instanceof FeedError ? error.code : 'unreachable';
}
