import type {CompiledQuery} from 'kysely';
import {sha256Hex} from '../chance-and-clock.js';
import type {Chance} from '../chance-and-clock.js';
import type {Database, HubTransaction} from '../context.js';
import {compileOnce} from '../database/compile-once.js';
import type {IdempotencyKeysTable} from '../database/tables.js';
import {HubProblem} from '../http/problem.js';
import {answerPrefix, openAnswer, sealAnswer} from './sealed-answer.js';

/** One attempt at a write. */
export interface KeyedRequest {
  /** Method and path, shop included, so that nobody meets another's answer. */
  scope: string;
  key: string;
  /** `bodyHash` of what was sent. */
  hash: string;
}

const answerOf = compileOnce((db, {scope, key}: {scope: string; key: string}) =>
  db
    .selectFrom('idempotency_keys')
    .select(['body_hash', 'answer'])
    .where('scope', '=', scope)
    .where('key', '=', key),
);

/**
 * The answer that the same request got before, as JSON text.
 *
 * @returns undefined when it was never answered with success
 * @throws HubProblem `idempotency-key-reused` when the key came with another body, or its answer was forgotten
 */
export async function keptAnswer(
  db: Database,
  {scope, key, hash}: KeyedRequest,
): Promise<string | undefined> {
  const [row] = await answerOf.run(db, {scope, key: sha256Hex(key)});
  if (!row) return undefined;
  if (row.body_hash !== hash) throw new HubProblem('idempotency-key-reused');
  return openAnswer(row.answer, key, scope);
}

const keep = compileOnce((db, row: Omit<IdempotencyKeysTable, 'status'>) =>
  db
    .insertInto('idempotency_keys')
    .values({
      scope: row.scope,
      key: row.key,
      body_hash: row.body_hash,
      status: 201,
      answer: row.answer,
      created_at: row.created_at,
    })
    .onConflict(conflict => conflict.columns(['scope', 'key']).doNothing()),
);

/**
 * Keeps the answer in the transaction of what it answers: only what is committed is ever said again,
 * never a failure. It changes nothing when the key has an answer already. On PostgreSQL, it waits for a
 * transaction that just keeps the same key.
 *
 * @param answer JSON text
 */
export function keepingAnswer(
  trx: HubTransaction,
  {scope, key, hash}: KeyedRequest,
  {answer, orderId, at, chance}: {answer: string; orderId: string; at: Date; chance: Chance},
): CompiledQuery {
  return keep.with(trx, {
    scope,
    key: sha256Hex(key),
    body_hash: hash,
    answer: sealAnswer(answer, {orderId, key, scope, chance}),
    created_at: at.getTime(),
  });
}

/**
 * Keeps an answer at once, for writes that have a transaction of their own.
 *
 * @returns false when the key has an answer already
 */
export async function keepAnswer(
  trx: HubTransaction,
  keyed: KeyedRequest,
  {answer, ...about}: {answer: unknown; orderId: string; at: Date; chance: Chance},
): Promise<boolean> {
  const query = keepingAnswer(trx, keyed, {...about, answer: JSON.stringify(answer)});
  const {numAffectedRows} = await trx.executeQuery(query);
  return numAffectedRows !== 0n;
}

/**
 * Empties the answers that tell of an order, and forgets what was asked. The keys stay for as long as others do, so that
 * a late attempt is refused, and orders nothing.
 */
export async function forgetAnswers(trx: HubTransaction, orderId: string): Promise<void> {
  await trx
    .updateTable('idempotency_keys')
    .set({body_hash: '', answer: ''})
    .where('answer', 'like', `${answerPrefix(orderId)}%`)
    .execute();
}

/**
 * Requests that this process is at work on; a second attempt meanwhile is told so. Attempts that reach
 * two processes at once meet in the database.
 */
export class RequestsAtWork {
  readonly #keys = new Set<string>();

  /** @throws HubProblem `in-progress` */
  async run<T>({scope, key}: KeyedRequest, work: () => Promise<T>): Promise<T> {
    const name = `${scope} ${key}`;
    if (this.#keys.has(name)) throw new HubProblem('in-progress', {retryAfter: 1});
    this.#keys.add(name);
    try {
      return await work();
    } finally {
      this.#keys.delete(name);
    }
  }
}
