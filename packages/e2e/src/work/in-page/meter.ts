import {until} from './until.js';

/** What one action made the page do, in whole numbers. */
export interface Work {
  /** Updates of the element, as Lit makes them. */
  readonly renders: number;
  /** Elements that came new into its tree. */
  readonly added: number;
}

interface Updating extends HTMLElement {
  readonly isUpdatePending: boolean;
  performUpdate(): void;
}

/** Looks at all that an element does in its shadow tree. */
export class Meter {
  private renders = 0;
  private added = 0;

  constructor(element: HTMLElement) {
    const updating = element as Updating;
    const real = updating.performUpdate.bind(element);
    updating.performUpdate = () => {
      if (updating.isUpdatePending) this.renders++;
      real();
    };
    const look = (changes: readonly MutationRecord[]): void => {
      for (const {addedNodes} of changes) {
        for (const node of addedNodes) {
          if (node instanceof Element) this.added += 1 + node.querySelectorAll('*').length;
        }
      }
    };
    new MutationObserver(look).observe(element.shadowRoot!, {childList: true, subtree: true});
  }

  /** What an action and all that follows from it until `isDone` and rest cost. */
  async of(action: () => void, isDone: () => unknown, what: string): Promise<Work> {
    await rest();
    [this.renders, this.added] = [0, 0];
    action();
    await until(isDone, what);
    await rest();
    return {renders: this.renders, added: this.added};
  }
}

/** Milliseconds without anything pending but what has time. */
const QUIET = 250;

/** Until nothing is on its way; what waits for a minute to pass is not waited for. */
export async function rest(): Promise<void> {
  let since = performance.now();
  while (performance.now() - since < QUIET) {
    const {requests, frames, idle} = window.pending();
    if (requests + frames + idle > 0) since = performance.now();
    await window.pause(10);
  }
}
