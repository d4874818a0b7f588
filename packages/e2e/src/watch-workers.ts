import type {PageWindow} from './frame.js';

/** Addresses of the workers that a page starts, from before its scripts run. */
export function watchWorkers(): {started: string[]; before: (window: PageWindow) => void} {
  const started: string[] = [];
  const before = (window: PageWindow): void => {
    const {Worker} = window;
    window.Worker = class extends Worker {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options);
        started.push(String(address));
      }
    };
  };
  return {started, before};
}
