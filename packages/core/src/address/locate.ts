import type {Position} from './position.js';

export type LocateErrorCode =
  /** The visitor, or a policy of the page or its frame, said no. */
  | 'denied'
  /** The device does not know, or has no such function. */
  | 'unavailable'
  | 'timeout'
  /** Browsers tell positions to pages on https only. */
  | 'insecure';

/** Why the device did not say where it is. */
export class LocateError extends Error {
  override readonly name = 'LocateError';

  constructor(readonly code: LocateErrorCode) {
    super(`The position is not known: ${code}.`);
  }
}

export interface LocateOptions {
  /** Default: the browser's. */
  readonly geolocation?: Pick<Geolocation, 'getCurrentPosition'>;
  readonly signal?: AbortSignal;
}

/** Milliseconds. A town is not left within a minute, and a sensor that sleeps wakes within seconds. */
const TIMES = {timeout: 10_000, maximumAge: 60_000};

/** By `GeolocationPositionError.code`. */
const CODES: readonly LocateErrorCode[] = ['unavailable', 'denied', 'unavailable', 'timeout'];

/** Whether a page may ask the device at all; it asks nothing. */
export function canLocate(): boolean {
  return isSecureContext && 'geolocation' in navigator;
}

/**
 * Asks the device once where it is, as roughly as it likes; the browser asks the visitor. Call it on
 * a visitor's action only, and round what leaves the page (`roundPosition`).
 *
 * @throws LocateError, or the signal's reason when aborted.
 */
export function locate({geolocation, signal}: LocateOptions = {}): Promise<Position> {
  return new Promise((resolve, reject) => {
    if (!geolocation && !canLocate()) {
      throw new LocateError(isSecureContext ? 'unavailable' : 'insecure');
    }
    if (signal?.aborted) throw signal.reason;
    signal?.addEventListener('abort', () => reject(signal.reason as Error));
    (geolocation ?? navigator.geolocation).getCurrentPosition(
      ({coords: {longitude, latitude}}) => {
        const isKnown = Number.isFinite(longitude + latitude);
        if (isKnown) resolve({longitude, latitude});
        else reject(new LocateError('unavailable'));
      },
      ({code}) => reject(new LocateError(CODES[code] ?? 'unavailable')),
      {...TIMES, enableHighAccuracy: false},
    );
  });
}
