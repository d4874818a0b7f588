import {executeServerCommand} from '@web/test-runner-commands';

type Point = readonly [x: number, y: number];

/** Whether the last touch was real input, or events of ours that stand in for it. */
export let isReal = true;

const middleOf = (element: Element): Point => {
  const {left, top, width, height} = element.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
};

/**
 * A finger taps the middle of an element in sight. Where the driver has no fingers (WebKit), the events
 * that a browser makes of a tap are sent to whatever lies there: pointers of type touch, then a click.
 */
export async function tap(element: Element): Promise<void> {
  element.scrollIntoView({block: 'center', inline: 'center', behavior: 'instant'});
  await rests(element);
  const at = middleOf(element);
  isReal = (await touch([at])) === 'done';
  if (!isReal) synthesise(element, at);
}

/** A finger pulls from the middle of an element by so many pixels; false where that is not real. */
export async function pull(element: Element, dx: number, dy: number): Promise<boolean> {
  const [x, y] = middleOf(element);
  const steps = 8;
  const way = Array.from({length: steps + 1}, (_, i): Point => [
    Math.round(x + (dx * i) / steps),
    Math.round(y + (dy * i) / steps),
  ]);
  isReal = (await touch(way)) === 'done';
  return isReal;
}

const touch = (way: readonly Point[]): Promise<unknown> =>
  executeServerCommand('touch', way as unknown as object);

function synthesise(element: Element, [x, y]: Point): void {
  const {document} = element.ownerDocument.defaultView!;
  const outer = document.elementFromPoint(x, y);
  const target = outer?.shadowRoot?.elementFromPoint(x, y) ?? outer;
  const init = {
    bubbles: true,
    cancelable: true,
    composed: true,
    clientX: x,
    clientY: y,
    pointerId: 7,
    pointerType: 'touch',
    isPrimary: true,
  };
  for (const type of ['pointerenter', 'pointerdown', 'pointerup', 'pointerleave']) {
    target?.dispatchEvent(new PointerEvent(type, init));
  }
  (target?.closest('label, button, a, summary') as HTMLElement | null)?.focus();
  target?.dispatchEvent(new PointerEvent('click', {...init, detail: 1}));
}

/** Waits until an element has stood still for some pictures: a tap on what moves only stops it. */
async function rests(element: Element): Promise<void> {
  let before = '';
  for (let still = 0, pictures = 0; still < 6 && pictures < 120; pictures++) {
    await new Promise(resolve => element.ownerDocument.defaultView?.requestAnimationFrame(resolve));
    const now = middleOf(element).join();
    still = now === before ? still + 1 : 0;
    before = now;
  }
}
