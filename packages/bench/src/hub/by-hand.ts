import type {ByHand, HandTarget} from './engine.js';
import {postgresByHand} from './postgres-by-hand.js';
import {sqliteByHand} from './sqlite-by-hand.js';

/** Orders by hand into the database of a contender. */
export async function openByHand(target: HandTarget): Promise<ByHand> {
  return 'sqlite' in target ? sqliteByHand(target.sqlite) : postgresByHand(target.postgres);
}
