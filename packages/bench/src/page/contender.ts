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
  zoomIn(): void;
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
