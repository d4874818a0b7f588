/** What the measuring asks of a page, ours and the peers' alike. */
export interface Contender {
  /** Rows of the list in the page; undefined for a map without a list. */
  rows(): number | undefined;
  /** Marker elements in the page. */
  markers(): number;
  /** Places that the markers stand for. */
  placesOnMap(): number;
  /** Places that pass the filters, as the page says. */
  placesShown(): number;
  /** Rows of the feed that could not be read. */
  rejected(): number;
  /** Asks for the most frequent category, or for all again. */
  toggleCategory(): void;
  search(text: string): void;
  /** Makes what follows possible: a middle to measure from, a panel that is open. */
  prepare(): Promise<void>;
  /** Asks for places within so many kilometres of the middle of France; 0 for all again. */
  setRadius(km: number): void;
  /** Asks for what is open now, or for all again; absent where nobody reads opening hours. */
  toggleOpen?(): void;
  /** Asks for places that a wheelchair can enter, or for all again. */
  toggleService(): void;
  zoomIn(): void;
  /** Settles when the answer to the last action is drawn; absent where that is in the next frame. */
  answered?(): Promise<void>;
  /** Scripts that only a worker has asked for, which the page's list of resources does not have. */
  readonly workerFiles?: readonly string[];
}

/** A moment of the page's life, in milliseconds since it began. */
export interface Moments {
  readonly arrived: number;
  readonly listPainted: number | undefined;
  readonly mapPainted: number;
}

export interface LongTask {
  readonly start: number;
  readonly length: number;
}

/** What `startProbe` leaves in the page. */
export interface Probe {
  readonly contender: Contender;
  readonly longTasks: LongTask[];
  /** Settles when list and map have been painted. */
  painted: Promise<Moments>;
  /** Milliseconds from an action to the end of the frame that shows its answer. */
  timed(action: () => void): Promise<number>;
}

declare global {
  interface Window {
    bench: Probe;
  }
}
