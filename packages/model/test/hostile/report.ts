/** What the process that reads tells. */
export type Report = {
  readonly number: number;
  readonly kind: string;
  readonly name: string;
} & (
  | {readonly event: 'begins' | 'all'}
  | {
      readonly event: 'ended';
      readonly outcome: string;
      readonly faults: readonly string[];
      /** Bytes or letters of the input. */
      readonly bytes: number;
      /** Of the processor. */
      readonly milliseconds: number;
      /** Bytes that the process holds after it. */
      readonly rss: number;
    }
);

export type Ended = Extract<Report, {event: 'ended'}>;
