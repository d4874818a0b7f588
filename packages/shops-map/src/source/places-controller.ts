import {
  FeedController,
  FeedError,
  type FeedEnvironment,
  type LocalElement,
} from '@local-widgets/core';
import type {GeoBounds, GeoCoordinates} from '@local-widgets/model';
import {LocalShopsErrorEvent, LocalShopsLoadEvent} from '../events.js';
import type {EarlyPlaces} from '../map/places-on-map.js';
import {hasInline, isByView, loadPlaces, type LoadedPlaces} from './load-places.js';
import type {FeedByView} from './feed-by-view.js';
import {withWords} from './with-words.js';

/** The attributes that say where places come from. */
export interface SourceAttributes {
  readonly src: string;
  readonly format: string;
  readonly feedEnvironment: FeedEnvironment | undefined;
}

/** What the controller asks of its element, and tells it. */
export interface SourceOwner {
  /** Where a source that is loaded by view begins, and metres around it. */
  start(): {center: GeoCoordinates | undefined; radius: number | undefined};
  warn(message: string, ...details: unknown[]): void;
  emit(event: Event): void;
  /** A load ended that a person had asked for again, with a button that is gone meanwhile. */
  retried(succeeded: boolean): void;
}

/** Where the places come from, and what became of the last load. */
export class PlacesController {
  /** Whether the source gives the places in view only, so that new ones are no other source. */
  isByView = false;
  /** Where the places of a large feed are, while they are still read. */
  early: EarlyPlaces | undefined;

  private readonly feed: FeedController<LoadedPlaces>;
  private view: FeedByView | undefined;
  /** Why the file that loads by view could not be had. */
  private missing: Error | undefined;
  /** When the newest came. */
  receivedAt: Date | undefined;

  private retrying = false;

  constructor(
    private readonly host: LocalElement & SourceAttributes,
    private readonly owner: SourceOwner,
  ) {
    this.feed = new FeedController<LoadedPlaces>(host, state => {
      if (state.phase === 'ready') this.arrived(state.data);
      else if (state.phase === 'failed') this.failed(state.error);
    });
    host.addController({
      // what leaving the page cut off
      hostConnected: () => {
        if (this.view?.isLoading) this.view.source.reload();
      },
      hostDisconnected: () => this.view?.source.stop(),
    });
  }

  /** The newest places, whatever happened since. */
  get loaded(): LoadedPlaces | undefined {
    return this.isByView ? this.view?.loaded : this.feed.data;
  }

  get isLoading(): boolean {
    return this.isByView
      ? (this.view?.isLoading ?? !this.missing)
      : this.feed.state.phase === 'loading';
  }

  /** Why the last load failed. */
  get failure(): FeedError['code'] | undefined {
    const {state} = this.feed;
    const error = state.phase === 'failed' ? state.error : (this.missing ?? this.view?.error);
    return error && codeOf(error);
  }

  /** Another source: what the one before had is not an older state of it. */
  load(): void {
    const {host} = this;
    const {src} = host;
    this.feed.clear();
    this.view?.source.stop();
    this.view = this.missing = this.early = undefined;
    this.isByView = isByView(src);
    if (this.isByView)
      void this.loadByView()
        .catch(withWords)
        .catch((error: unknown) => this.lack(error as Error));
    else if (src || hasInline(host)) {
      const onEarly = (early: EarlyPlaces): void => {
        this.early = early;
        host.requestUpdate();
      };
      this.feed.load(signal => loadPlaces({...this.request, onEarly, signal}).catch(withWords));
    }
  }

  reload(): void {
    if (this.view) this.view.source.reload();
    else if (this.isByView) this.load();
    else this.feed.reload();
  }

  retry(): void {
    this.retrying = true;
    this.reload();
  }

  /** The map shows another part of the country. */
  viewChanged(bounds: GeoBounds, zoom: number): void {
    this.view?.source.viewChanged(bounds, zoom);
  }

  private get request() {
    const {host} = this;
    const {src, format, feedEnvironment: environment} = host;
    return {src, format, host, ...(environment && {environment})};
  }

  private async loadByView(): Promise<void> {
    const {src} = this.host;
    const {FeedByView} = await import('./sources.js');
    if (src !== this.host.src) return;
    const view = new FeedByView(this.request, {
      arrived: data => this.arrived(data),
      failed: error => this.failed(error),
      changed: () => this.host.requestUpdate(),
    });
    this.view = view;
    const {center, radius} = this.owner.start();
    if (center) view.source.around(center, radius);
    else this.owner.warn('center is needed for a src with {bbox}, for the list before the map.');
  }

  private arrived(data: LoadedPlaces): void {
    const {owner} = this;
    const {places, rejected, failures} = data;
    this.receivedAt = this.host.clock.now();
    this.early = undefined;
    this.tellRetry(true);
    if (rejected.length > 0) {
      void import('./sources.js').then(
        ({rejectionReport}) => owner.warn(rejectionReport(data)),
        () => owner.warn(`${rejected.length} rows left out, ${places.length} shown.`),
      );
    }
    for (const {error} of failures) owner.warn(error.message);
    owner.emit(new LocalShopsLoadEvent({count: places.length, rejected: rejected.length}));
  }

  private lack(error: Error): void {
    this.missing = error;
    this.failed(error);
    this.host.requestUpdate();
  }

  private failed(error: Error): void {
    const {owner} = this;
    const {message} = error;
    this.early = undefined;
    this.tellRetry(false);
    owner.warn(message);
    owner.emit(new LocalShopsErrorEvent({code: codeOf(error), message}));
  }

  private tellRetry(succeeded: boolean): void {
    if (this.retrying) this.owner.retried(succeeded);
    this.retrying = false;
  }
}

function codeOf(error: Error): FeedError['code'] {
  // a part of ours did not arrive, most often: the network's fault, and worth another try
  return error instanceof FeedError ? error.code : 'unreachable';
}
