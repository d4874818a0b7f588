/** What `watch` gives: the signal of a request, and how to say that it lives or is over. */
export interface Watch {
  readonly signal: AbortSignal;
  /** Something arrived: the time begins anew. */
  readonly alive: () => void;
  /** The request is over; whatever of it still runs is cut off. */
  readonly end: () => void;
}

/**
 * Watches one request: its signal aborts together with `outer`, or with `late` as its reason when
 * nothing arrived for `ms` milliseconds.
 */
export function watch(ms: number, outer?: AbortSignal, late?: Error): Watch {
  const control = new AbortController();
  const {signal} = control;
  const abort = (): void => control.abort(outer?.reason);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const alive = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => control.abort(late), ms);
  };
  const end = (): void => {
    clearTimeout(timer);
    control.abort();
  };
  if (outer?.aborted) abort();
  outer?.addEventListener('abort', abort, {signal});
  alive();
  return {signal, alive, end};
}
