import type {FeedState} from '@local-widgets/model/schemas.js';

export type FeedProblem = NonNullable<FeedState['problem']>;

/** A feed could not be read; its copy stays. */
export class FeedError extends Error {
  override name = 'FeedError';

  constructor(
    readonly problem: FeedProblem,
    options?: ErrorOptions,
  ) {
    super(problem, options);
  }
}
