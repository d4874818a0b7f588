import {Type, type Static} from 'typebox';
import {Slot} from './pickup.js';

/** Why the hub refuses; widgets choose their sentence by it. */
export const ProblemCode = Type.Union([
  Type.Literal('invalid'),
  Type.Literal('not-found'),
  Type.Literal('unauthorized'),
  Type.Literal('forbidden'),
  Type.Literal('too-many-requests'),
  Type.Literal('too-large'),
  Type.Literal('idempotency-key-missing'),
  Type.Literal('idempotency-key-reused'),
  Type.Literal('in-progress'),
  Type.Literal('slot-full'),
  Type.Literal('slot-gone'),
  Type.Literal('out-of-stock'),
  Type.Literal('product-gone'),
  Type.Literal('price-changed'),
  Type.Literal('not-delivered-there'),
  Type.Literal('below-minimum'),
  Type.Literal('paused'),
  Type.Literal('not-open-yet'),
  Type.Literal('wrong-state'),
  Type.Literal('too-late'),
  Type.Literal('payment-unavailable'),
  // of the chat
  Type.Literal('message-changed'),
  Type.Literal('proof-needed'),
  Type.Literal('proof-refused'),
  Type.Literal('rules-not-accepted'),
  Type.Literal('nickname-taken'),
  Type.Literal('blocked'),
  Type.Literal('blocked-word'),
  Type.Literal('room-closed'),
  Type.Literal('ended'),
  // of the events
  Type.Literal('version-missing'),
  Type.Literal('version-changed'),
  Type.Literal('fully-booked'),
  Type.Literal('sign-up-closed'),
  Type.Literal('people-signed-up'),
  Type.Literal('feed-unavailable'),
  Type.Literal('format-unavailable'),
  Type.Literal('unavailable'),
  Type.Literal('internal'),
]);
export type ProblemCode = Static<typeof ProblemCode>;

/** Every answer that is not a success: `application/problem+json` (RFC 9457). */
export const Problem = Type.Object({
  type: Type.String(),
  /** A short sentence, in the language of the request. */
  title: Type.String(),
  status: Type.Integer(),
  code: ProblemCode,
  detail: Type.Optional(Type.String()),
  /** What is wrong with which field: JSON Pointers (RFC 6901) into the body that was sent. */
  fields: Type.Optional(Type.Array(Type.Object({pointer: Type.String(), message: Type.String()}))),
  /** With `slot-full` and `slot-gone`: the next slots that fit. */
  slots: Type.Optional(Type.Array(Slot)),
  /** With `out-of-stock`: what is left of which product. */
  stock: Type.Optional(Type.Record(Type.String(), Type.Integer({minimum: 0}))),
  /** With `price-changed`: the hub's own sum, in cents. */
  total: Type.Optional(Type.Integer({minimum: 0})),
});
export type Problem = Static<typeof Problem>;
