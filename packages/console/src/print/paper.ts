import type {Order} from '@local-widgets/model/schemas.js';
import type {PreparationLine} from '../api/types.js';
import type {Transcript} from '../inbox/room/transcript.js';

/** What goes on paper: tickets 80 mm wide, or A4. */
export type Paper =
  | {readonly kind: 'tickets'; readonly orders: readonly Order[]}
  | {readonly kind: 'orders'; readonly orders: readonly Order[]}
  | {
      readonly kind: 'preparation';
      /** ISO date at the shop. */
      readonly day: string;
      readonly lines: readonly PreparationLine[];
    }
  | {readonly kind: 'transcript'; readonly transcript: Transcript};
