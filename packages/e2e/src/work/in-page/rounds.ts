import {until} from './until.js';
import {WIDGETS} from './widgets.js';

declare global {
  interface Window {
    /** Puts these widgets into the page, uses them one after the other, and takes them out again. */
    round: (names: readonly string[], hub: string) => Promise<void>;
  }
}

/** Milliseconds in which nothing may be left to do: what a widget still does then, it goes on doing. */
const QUIET = 30;

export function startRounds(): void {
  const box = document.querySelector('#box')!;
  const address = location.href;
  window.round = async (names, hub) => {
    // what was looked at last stays in the address, and would be looked at first
    history.replaceState(null, '', address);
    const widgets = names.map(name => WIDGETS[name]!);
    for (const {tag, attributes} of widgets) {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes(hub)))
        element.setAttribute(name, value);
      box.append(element);
    }
    for (const {tag, ready, use} of widgets) {
      const element = box.querySelector(tag)!;
      element.scrollIntoView();
      await ready(element);
      await use(element);
    }
    box.replaceChildren();
    // what was asked for before is still answered; what has an hour is not waited for, and told of
    const isDone = (): boolean => window.pending().requests + window.pending().frames === 0;
    await until(isDone, 'all is done');
    await window.pause(QUIET);
  };
}
