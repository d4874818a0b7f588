import {CompiledQuery} from 'kysely';
import type {QueryResult} from 'kysely';
import type {HubTransaction} from '../context.js';

/** Several statements that are sent at once; each of the dialects knows what to do with it. */
export interface Batch extends CompiledQuery<QueryResult<unknown>> {
  readonly batch: readonly CompiledQuery[];
}

const NOTHING = CompiledQuery.raw('');

export const isBatch = (query: object): query is Batch => 'batch' in query;

/** The results of statements, in their order. */
type ResultsOf<B extends readonly CompiledQuery[]> = {
  [at in keyof B]: QueryResult<B[at] extends CompiledQuery<infer R> ? R : never>;
};

/**
 * Sends statements together: one way to PostgreSQL and back, where each would have its own. They are run in
 * their order, all of them, whatever those before have found; one that fails fails the transaction.
 *
 * @param before statements that go first, and of which nothing is wanted but that they are done
 */
export async function runTogether<const B extends readonly CompiledQuery[]>(
  trx: HubTransaction,
  batch: B,
  before: readonly CompiledQuery[] = [],
): Promise<ResultsOf<B>> {
  const query: Batch = {...NOTHING, batch: [...before, ...batch]};
  const {rows} = await trx.executeQuery(query);
  return rows.slice(before.length) as ResultsOf<B>;
}
