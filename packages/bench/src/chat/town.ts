/** How many people are where, and how much they say. */
export interface TownSize {
  readonly rooms: number;
  /** In each room. */
  readonly visitors: number;
  /** Messages a second, all rooms together. */
  readonly rate: number;
  readonly seconds: number;
}

/** A room server with everybody connected. */
export interface ChatTown {
  /** Processes whose processor time counts. */
  readonly processes: readonly number[];
  /** Says something in a room; resolves when the server has it, where it says so. */
  say(room: number, text: string): Promise<void>;
  /**
   * Everybody's connection breaks; `meanwhile` happens; all come back at once.
   *
   * @returns milliseconds until the last one has all that they missed; undefined where they cannot
   */
  comeBack?(meanwhile: () => Promise<void>, missed: number): Promise<number>;
  stop(): Promise<void>;
}

/** Opens a town; `hear` is called for each delivery, with the text that was said. */
export type OpenTown = (size: TownSize, hear: (text: string) => void) => Promise<ChatTown>;
