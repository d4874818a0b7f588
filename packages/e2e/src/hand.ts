import {sendKeys, sendMouse} from '@web/test-runner-commands';
import type {Town} from './town.js';

/** The element that has the keyboard, looked for inside the shadow tree too. */
export function focused({document}: Town): HTMLElement | null {
  const outer = document.activeElement;
  return (outer?.shadowRoot?.activeElement ?? outer) as HTMLElement | null;
}

/**
 * Presses Tab until `isThere` likes what has the keyboard. Throws with the way taken when it is not
 * reached in `most` steps, as when the keyboard is caught somewhere.
 */
export async function tabTo(
  town: Town,
  isThere: (element: HTMLElement) => boolean,
  most = 60,
): Promise<HTMLElement> {
  const way: string[] = [];
  for (let step = 0; step < most; step++) {
    await sendKeys({press: 'Tab'});
    const element = focused(town);
    if (element && isThere(element)) return element;
    way.push(`${element?.localName ?? 'nothing'}.${element?.className ?? ''}`);
  }
  throw new Error(`Tab does not lead there, but to ${way.join(', ')}.`);
}

/** Presses the main button of the pointer on the middle of an element in the page. */
export async function press(element: Element): Promise<void> {
  const {left, top, width, height} = element.getBoundingClientRect();
  const position = [Math.round(left + width / 2), Math.round(top + height / 2)] as [number, number];
  await sendMouse({type: 'click', position});
}
