import type {Problem, ProblemCode} from '@local-widgets/model/schemas.js';

/**
 * A code of the hub; `unreachable` when there was no answer of a hub, `image-lost` for a picture that
 * was too large to be kept over a reload.
 */
export type ChatProblem = ProblemCode | 'unreachable' | 'image-lost';

/** Why the hub did not do what it was asked. */
export class ChatError extends Error {
  override name = 'ChatError';

  constructor(
    readonly code: ChatProblem,
    message: string,
    /** Of HTTP; 0 when there was no answer. */
    readonly status = 0,
    /** Seconds that the hub asks to wait for. */
    readonly retryAfter = 0,
    /** What is wrong with which field. */
    readonly fields: NonNullable<Problem['fields']> = [],
  ) {
    super(message);
  }

  /**
   * Whether waiting can help: no answer, too many requests, a proof that came too late, or a hub that
   * cannot for now. Any other refusal is an answer.
   */
  get mayPass(): boolean {
    const {code, status} = this;
    return (
      code === 'unreachable' ||
      code === 'in-progress' ||
      code === 'proof-refused' ||
      status === 408 ||
      status === 429 ||
      status >= 500
    );
  }
}

/** Whatever was thrown, as one of ours. */
export function chatError(error: unknown): ChatError {
  return error instanceof ChatError ? error : new ChatError('internal', String(error), 599);
}
