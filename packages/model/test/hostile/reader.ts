import type {Sample} from './corpus/inputs.js';

/** Something that takes what others wrote. */
export interface HostileReader {
  readonly name: string;
  /** Exports of the package that it tries. */
  readonly covers: readonly string[];
  readonly samples: readonly Sample[];
  /**
   * Everything that is made of the input, to be looked at: whatever it throws is a fault, but what `isRefusal`
   * takes for an answer.
   */
  readonly read: (input: string | Uint8Array) => unknown;
  readonly isRefusal?: (error: unknown) => boolean;
  /** Faults of its own beside those that are looked for in every result. */
  readonly check?: (result: unknown) => readonly string[];
}
