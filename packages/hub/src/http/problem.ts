import type {Language, Problem, ProblemCode} from '@local-widgets/model/schemas.js';

/** A sentence, or how to say it in the language of the request. */
export type Sentence = string | ((language: Language) => string);

/** What a problem may tell beside its code. */
export interface ProblemExtras extends Partial<Pick<Problem, 'slots' | 'stock' | 'total'>> {
  /** Instead of the usual sentence of its code. */
  title?: Sentence;
  detail?: Sentence;
  fields?: readonly {pointer: string; message: Sentence}[];
  /** Seconds, for `Retry-After`. */
  retryAfter?: number;
}

/** The HTTP status of each code (RFC 9110; those of keys as in the idempotency-key draft of the IETF). */
const STATUS_OF: Readonly<Record<ProblemCode, number>> = {
  invalid: 400,
  'not-found': 404,
  unauthorized: 401,
  forbidden: 403,
  'too-many-requests': 429,
  'too-large': 413,
  'idempotency-key-missing': 400,
  'idempotency-key-reused': 422,
  'in-progress': 409,
  'slot-full': 409,
  'slot-gone': 409,
  'out-of-stock': 409,
  'product-gone': 409,
  'price-changed': 409,
  'not-delivered-there': 409,
  'below-minimum': 409,
  paused: 409,
  'not-open-yet': 409,
  'wrong-state': 409,
  'too-late': 409,
  'payment-unavailable': 502,
  'message-changed': 422,
  'proof-needed': 403,
  'proof-refused': 403,
  'rules-not-accepted': 409,
  'nickname-taken': 409,
  blocked: 403,
  'blocked-word': 422,
  'room-closed': 409,
  ended: 409,
  'version-missing': 428,
  'version-changed': 412,
  'fully-booked': 409,
  'sign-up-closed': 409,
  'people-signed-up': 409,
  'feed-unavailable': 502,
  'format-unavailable': 501,
  unavailable: 503,
  internal: 500,
};

/** Thrown anywhere in the hub; answered as `application/problem+json` (RFC 9457). */
export class HubProblem extends Error {
  override readonly name = 'HubProblem';
  readonly status: number;

  constructor(
    readonly code: ProblemCode,
    readonly extras: ProblemExtras = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.status = STATUS_OF[code];
  }
}

/** One field that is wrong: a JSON Pointer (RFC 6901) into the body that was sent, and a sentence. */
export function invalidField(pointer: string, message: Sentence): HubProblem {
  return new HubProblem('invalid', {fields: [{pointer, message}]});
}
