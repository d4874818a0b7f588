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
