import type {Language} from '@local-widgets/model/schemas.js';
import {HubProblem} from '../../http/problem.js';
import {en} from './en.js';
import {fr} from './fr.js';
import type {BridgeWords} from './fr.js';

export type {BridgeWords} from './fr.js';

/** The words of each language. */
export const BRIDGE_WORDS: Readonly<Record<Language, BridgeWords>> = {fr, en};

/** Why a message that came over a bridge was not taken, for who sent it. */
export function refusalOf(error: unknown): keyof BridgeWords['refused'] {
  if (!(error instanceof HubProblem)) return 'other';
  switch (error.code) {
    case 'ended':
    case 'room-closed':
      return 'ended';
    case 'not-found':
      return 'unknown';
    case 'invalid':
      return 'empty';
    default:
      return 'other';
  }
}
