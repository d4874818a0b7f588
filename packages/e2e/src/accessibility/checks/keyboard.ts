import {sendKeys} from '@web/test-runner-commands';
import {backgroundOf, contrast, over, rgba} from '../colors.js';
import {areaOf, nameOf, parentOf, type Subject} from '../subject.js';

/** WCAG 2.1, 1.4.11, of what shows where the keyboard is. */
const LEAST = 3;
/** More stops than any state has. */
const MOST = 160;

/** What has the keyboard, in shadow trees too. */
export function focusedIn({document}: Subject): HTMLElement | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at as HTMLElement | null;
}

/**
 * Tabs through a state once: each stop shows itself, is not covered, comes in the order of the document, and Tab
 * leads out again; from a modal dialog back to its beginning.
 */
export async function tabStops(subject: Subject): Promise<string[]> {
  const {document, element} = subject;
  const modal = element.shadowRoot!.querySelector('dialog:modal');
  const stops: HTMLElement[] = [];
  const found: string[] = [];
  document.querySelector<HTMLElement>('#first')!.focus();
  if (modal) modal.querySelector<HTMLElement>('[tabindex], button, input')?.focus();
  for (let step = 0; ; step++) {
    if (step > MOST) return [...found, 'the keyboard never gets out'];
    await sendKeys({press: 'Tab'});
    const at = focusedIn(subject);
    const isOut =
      !at || at === document.body || at.id === 'last' || at === document.documentElement;
    if (isOut || stops.includes(at)) break;
    stops.push(at);
    found.push(...unseen(at), ...covered(at, subject));
  }
  if (stops.length === 0) found.push('Tab finds nothing');
  return [...found, ...outOfOrder(stops)];
}

/** No outline of its own, and none of what draws it: its label, the drawing beside it, its row. */
function unseen(at: HTMLElement): string[] {
  const {nextElementSibling: next} = at;
  const drawn = [at, areaOf(at), ...(next ? [next] : [])];
  const styles = drawn.flatMap(each =>
    ([undefined, '::before', '::after'] as const).map(
      pseudo => [each, getComputedStyle(each, pseudo)] as const,
    ),
  );
  const isShown = styles.some(([each, style]) => isOutline(each, style));
  return isShown ? [] : [`${nameOf(at)} does not show that it has the keyboard`];
}

function isOutline(each: Element, style: CSSStyleDeclaration): boolean {
  const {outlineStyle, outlineWidth, outlineColor} = style;
  if (outlineStyle === 'none' || parseFloat(outlineWidth) < 1) return false;
  // browsers draw `auto` in two colours that stand out on any ground
  if (outlineStyle === 'auto') return true;
  const around = [backgroundOf(parentOf(each) ?? each), backgroundOf(each)];
  return around.some(ground => contrast(over(rgba(outlineColor), ground), ground) >= LEAST);
}

/** WCAG 2.2, 2.4.11: nothing lies over all of it. */
function covered(at: HTMLElement, {window}: Subject): string[] {
  const {left, right, top, bottom} = areaOf(at).getBoundingClientRect();
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const corners = [
    [x, y],
    [left + 4, top + 4],
    [right - 4, top + 4],
    [left + 4, bottom - 4],
    [right - 4, bottom - 4],
  ];
  const inSight = corners.filter(
    ([x, y]) => x! >= 0 && y! >= 0 && x! < window.innerWidth && y! < window.innerHeight,
  );
  if (inSight.length === 0) return [`${nameOf(at)} is not in sight when it has the keyboard`];
  const root = at.getRootNode() as Document | ShadowRoot;
  const area = areaOf(at);
  const hits = inSight.map(([x, y]) => root.elementFromPoint(x!, y!));
  const isThere = hits.some(hit => hit && (area.contains(hit) || hit.contains(area)));
  return isThere ? [] : [`${nameOf(at)} is covered by ${hits[0] ? nameOf(hits[0]) : 'nothing'}`];
}

function outOfOrder(stops: readonly HTMLElement[]): string[] {
  return stops.flatMap((stop, at) => {
    const before = stops[at - 1];
    if (stop.tabIndex > 0) return [`${nameOf(stop)} has an order of its own`];
    if (!before || before.getRootNode() !== stop.getRootNode()) return [];
    const follows = before.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING;
    return follows ? [] : [`${nameOf(stop)} comes after ${nameOf(before)}`];
  });
}
