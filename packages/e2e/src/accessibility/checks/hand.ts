import {controlsIn, inside, nameOf, notYet, type Subject} from '../subject.js';

const KEYS = 'abcdefghijklmnopqrstuvwxyzéè0123456789.,;:!?/*-+=<>#@$%&'.split('');

/** WCAG 2.1, 2.1.4: a key alone does nothing, unless one writes in a field or chooses in a list. */
export function singleKeys(subject: Subject): string[] {
  const deaf = 'input, textarea, select, [role=combobox], [role=option]';
  const controls = controlsIn(subject).filter(each => !each.matches(deaf));
  const {KeyboardEvent} = subject.window;
  const used = new Set<string>();
  for (const control of [subject.document.body, ...notYet(subject, 'keys', controls)]) {
    for (const key of KEYS) {
      const event = new KeyboardEvent('keydown', {
        key,
        bubbles: true,
        composed: true,
        cancelable: true,
      });
      control.dispatchEvent(event);
      if (event.defaultPrevented) used.add(`${nameOf(control)} takes the key ${key}`);
    }
  }
  return [...used];
}

/** WCAG 2.1, 2.5.2: nothing happens when a finger comes down, only when it is lifted. */
export async function earlyHands(subject: Subject): Promise<string[]> {
  const found: string[] = [];
  for (const control of notYet(subject, 'early', controlsIn(subject))) {
    // what arrives by itself at that moment is nobody's doing, and does not come twice
    const acts = (await comesDown(subject, control)) && (await comesDown(subject, control));
    if (acts) found.push(`${nameOf(control)} acts when a finger comes down`);
  }
  return found;
}

/** Whether something changes while a finger is down, which is then dragged away and lifted elsewhere. */
async function comesDown(subject: Subject, control: HTMLElement): Promise<boolean> {
  const before = shapeOf(subject);
  const {PointerEvent, MouseEvent} = subject.window;
  const options = {bubbles: true, composed: true, cancelable: true, button: 0, buttons: 1};
  control.dispatchEvent(new PointerEvent('pointerdown', options));
  control.dispatchEvent(new MouseEvent('mousedown', options));
  await new Promise(resolve => subject.window.requestAnimationFrame(resolve));
  const after = shapeOf(subject);
  const elsewhere = {...options, clientX: 1, clientY: 1};
  subject.document.body.dispatchEvent(new PointerEvent('pointerup', elsewhere));
  subject.document.body.dispatchEvent(new MouseEvent('mouseup', elsewhere));
  return before !== after;
}

/** What would change if something had happened: dialogs, states, values. */
const shapeOf = (subject: Subject): string =>
  inside(subject)
    .map(each => {
      const states = ['open', 'hidden', 'aria-expanded', 'aria-pressed', 'aria-selected'];
      const {checked} = each as Partial<HTMLInputElement>;
      return [
        each.localName,
        each.id,
        checked,
        ...states.map(name => each.getAttribute(name)),
      ].join();
    })
    .join('\n');
