import {cleanText} from '../text/clean-text.js';

/** Why nothing at all could be read. */
export type UnreadableFeedCode =
  'empty' | 'html' | 'binary' | 'not-json' | 'missing-columns' | 'unknown-format';

/** The whole input is not a feed that we know; the only error that `readPlaces` throws. */
export class UnreadableFeedError extends Error {
  override readonly name = 'UnreadableFeedError';

  constructor(
    readonly code: UnreadableFeedCode,
    /** English, for the console. */
    readonly detail: string,
  ) {
    super(`${code}: ${detail}`);
  }
}

/** The message of anything that was thrown, short and clean. */
export function messageOf(error: unknown): string {
  return (error instanceof Error && cleanText(error.message, 200)) || 'unreadable';
}

/**
 * What a reading throws. A proxy, a getter or an engine's own limit may throw anything: for the caller it is
 * all the same an unreadable feed.
 */
export function asUnreadable(error: unknown): UnreadableFeedError {
  return error instanceof UnreadableFeedError
    ? error
    : new UnreadableFeedError('unknown-format', messageOf(error));
}
