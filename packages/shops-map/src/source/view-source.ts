import {FeedError} from '@local-widgets/core';
import type {GeoBounds, GeoCoordinates} from '@local-widgets/model';
import {loadPlaces} from './load-places.js';
import type {LoadedPlaces, SourceRequest} from './source.js';
import {addressFor, boxAround, contains, LoadedBoxes, paddedBox, zoomOf} from './view-boxes.js';

export type ViewState =
  {readonly phase: 'loading' | 'ready'} | {readonly phase: 'failed'; readonly error: Error};

export interface ViewSourceOptions {
  /**
   * Its `src` has `{bbox}`, or `{west}`, `{south}`, `{east}` and `{north}`, and perhaps `{zoom}`. Of
   * several addresses, each is asked again for each view.
   */
  readonly request: Omit<SourceRequest, 'signal'>;
  /** All that is known: of this view and of the last ones. Not called again for what is there. */
  readonly onPlaces: (loaded: LoadedPlaces) => void;
  /** `failed` leaves the places of the last good answer as they are. */
  readonly onState: (state: ViewState) => void;
  /** Resolves after `ms` milliseconds; rejects when the signal is aborted. */
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly load?: typeof loadPlaces;
}

/** Milliseconds that a view has to rest before it is asked for. */
const DEBOUNCE = 250;
/** Milliseconds between the starts of two requests. */
const INTERVAL = 1_000;
/** Seconds at most that a server's wish to be left alone is honoured without a new view. */
const LONGEST_WAIT = 300;
const KEPT_BOXES = 20;
/** Metres around the centre that are loaded when nobody says how far. */
const RADIUS = 10_000;

interface Wanted {
  readonly view: GeoBounds;
  readonly zoom: number;
  readonly box: GeoBounds;
}

/**
 * Loads the part of a feed that is in view. Without a map it starts `around` a centre, so that the list
 * is whole by itself; a map then tells its views. Works again after `stop`.
 */
export class ViewSource {
  private readonly known = new LoadedBoxes(KEPT_BOXES);
  private readonly sleep: NonNullable<ViewSourceOptions['sleep']>;
  /** What is waited for or loaded. */
  private pending: (Wanted & {readonly control: AbortController}) | undefined;
  private last: Wanted | undefined;
  /** Over when the next request may start. */
  private pause: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: ViewSourceOptions) {
    this.sleep = options.sleep ?? wait;
  }

  /** The places near a centre, at once. @param radius metres */
  around(center: GeoCoordinates, radius = RADIUS): void {
    const view = boxAround(center, radius);
    this.want(view, zoomOf(view), 0);
  }

  /** Somebody looks elsewhere: loads what is not there, as soon as the view rests. */
  viewChanged(view: GeoBounds, zoom = zoomOf(view)): void {
    this.want(view, Math.round(zoom), DEBOUNCE);
  }

  /** Forgets all answers and loads the last view again. */
  reload(): void {
    this.known.clear();
    this.cancel();
    if (this.last) this.want(this.last.view, this.last.zoom, 0);
  }

  /** Cuts off what is under way; what was loaded stays. */
  stop(): void {
    this.cancel();
  }

  private want(view: GeoBounds, zoom: number, delay: number): void {
    // answers differ by zoom only where the address does
    const level = this.options.request.src.includes('{zoom}') ? zoom : 0;
    const wanted = (this.last = {view, zoom: level, box: paddedBox(view)});
    if (this.known.has(view, level)) {
      if (this.cancel()) this.options.onState({phase: 'ready'});
      return;
    }
    const {pending} = this;
    if (pending?.zoom === level && contains(pending.box, view)) return;
    this.cancel();
    void this.load(wanted, delay);
  }

  private async load(wanted: Wanted, delay: number): Promise<void> {
    const {onPlaces, onState, request, load = loadPlaces} = this.options;
    const control = new AbortController();
    const {signal} = control;
    const isOver = (): boolean => signal.aborted;
    const {box, zoom} = wanted;
    this.pending = {...wanted, control};
    try {
      onState({phase: 'loading'});
      if (delay > 0) await this.sleep(delay, signal);
      await this.pause;
      if (isOver()) return;
      this.rest(INTERVAL);
      const src = addressFor(request.src, box, zoom);
      const {prepared, ...loaded} = await load({...request, src, signal});
      if (isOver()) return;
      this.pending = undefined;
      this.known.add({box, zoom, places: loaded.places});
      if (this.known.count === 1) onPlaces({...loaded, ...(prepared && {prepared})});
      else onPlaces({...loaded, places: this.known.places});
      onState({phase: 'ready'});
    } catch (error) {
      if (isOver()) return;
      this.pending = undefined;
      if (error instanceof FeedError && error.retryAfter) {
        this.rest(Math.min(error.retryAfter, LONGEST_WAIT) * 1000);
      }
      onState({phase: 'failed', error: error as Error});
    }
  }

  private rest(ms: number): void {
    this.pause = this.sleep(ms, new AbortController().signal);
  }

  /** Whether something was under way. */
  private cancel(): boolean {
    const {pending} = this;
    this.pending = undefined;
    pending?.control.abort();
    return pending !== undefined;
  }
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
}
