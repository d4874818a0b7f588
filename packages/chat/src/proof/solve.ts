import type {Challenge, ProofOfWork} from '@local-widgets/model/schemas.js';
import {ChatError} from '../client/chat-error.js';
import {sha256} from './sha256.js';

export interface SolveNeeds {
  readonly signal: AbortSignal;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Hears how much is done, in percent of the worst case. */
  readonly tell: (percent: number) => void;
}

/** Tries between two pauses: some milliseconds on an old phone. */
const SLICE = 1000;

/**
 * Finds the number of a challenge by trying, in slices that leave the page alive.
 *
 * @throws ChatError when there is none, or when the signal was aborted
 */
export async function solve(
  {algorithm, challenge, salt, signature, maxnumber}: Challenge,
  {signal, sleep, tell}: SolveNeeds,
): Promise<ProofOfWork> {
  const encoder = new TextEncoder();
  const wanted = Uint32Array.from(challenge.match(/.{8}/g) ?? [], (word: string): number =>
    parseInt(word, 16),
  );
  for (let number = 0; number <= maxnumber; number++) {
    if (number % SLICE === 0) {
      tell(Math.floor((number / (maxnumber + 1)) * 100));
      await sleep(0, signal);
      if (signal.aborted) throw new ChatError('unreachable', 'nobody waits for the proof');
    }
    const hash = sha256(encoder.encode(salt + String(number)));
    if (hash.every((word, index) => word === wanted[index])) {
      return {algorithm, challenge, number, salt, signature};
    }
  }
  throw new ChatError('proof-refused', 'the challenge has no solution');
}
