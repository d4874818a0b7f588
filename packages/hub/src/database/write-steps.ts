import type {CompiledQuery} from 'kysely';
import type {HubTransaction} from '../context.js';
import {runTogether} from './batch.js';

/** One statement of a write. */
export interface WriteStep {
  query: CompiledQuery;
  /** What it means when it changed no row; without it, that is nothing to speak of. */
  orElse?: () => Promise<never> | never;
}

/**
 * Runs the statements of a write together, and then asks in their order whether each has found what it
 * wanted to change. The first that has not ends the write: what the others did is undone with it.
 *
 * @throws what `orElse` throws; the transaction, or its savepoint, is then to be undone
 */
export async function runSteps(trx: HubTransaction, steps: readonly WriteStep[]): Promise<void> {
  const results = await runTogether(
    trx,
    steps.map(({query}) => query),
  );
  for (const [at, {orElse}] of steps.entries()) {
    if (orElse && results[at]?.numAffectedRows === 0n) await orElse();
  }
}
