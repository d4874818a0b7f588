/** What the measuring asks of a page, ours and the peers' alike. */
export interface Contender {
  /** Places in the list, and those that the markers in sight stand for. */
  places(): number;
  placesOnMap(): number;
  /** Messages of the open room, and ways to order and to talk. */
  messages(): number;
  orderButtons(): number;
  talkButtons(): number;
  /** Shows the month, and tells how many events are on, by day. */
  days(): Promise<Record<string, number>>;
  /** What a visitor does again and again: four things there and back. */
  cycle(): Promise<void>;
}

declare global {
  interface Window {
    town: Contender;
  }
}

/** Waits until something is true in the page. */
export async function until(isTrue: () => unknown, what: string): Promise<void> {
  const end = performance.now() + 30_000;
  while (!isTrue()) {
    if (performance.now() > end) throw new Error(`Timed out: ${what}.`);
    await new Promise(resolve => setTimeout(resolve, 5));
  }
}

/** A control gets a value as from a person. */
export function fill(field: HTMLInputElement, value: string): void {
  field.value = value;
  field.dispatchEvent(new Event('input', {bubbles: true}));
}

export const dateOf = (dayNumber: number): string =>
  new Date(dayNumber * 864e5).toISOString().slice(0, 10);
