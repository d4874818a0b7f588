import {sendKeys} from '@web/test-runner-commands';
import {backgroundOf, contrast, over, rgba} from '../colors.js';
import {areaOf, controlsIn, nameOf, notYet, parentOf, type Subject} from '../subject.js';

/** WCAG 2.1, 1.4.11, of what shows where the keyboard is. */
const LEAST = 3;
/** More stops than any state has. */
const MOST = 160;
/** A key takes Firefox and WebKit a fifth of a second here: they press some, and are given the others. */
const MOST_ELSEWHERE = 10;

const isChromium = /Chrome\//.test(navigator.userAgent);

/** What has the keyboard, in shadow trees too. */
function focusedIn({document}: Subject): HTMLElement | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at as HTMLElement | null;
}

/**
 * Tabs through a state once: the stops come in the order of the document, and Tab leads out again, from a modal
 * dialog back to its beginning; each shows that it has the keyboard.
 */
export async function tabStops(subject: Subject): Promise<string[]> {
  const {document, element} = subject;
  const modal = element.shadowRoot!.querySelector('dialog:modal');
  const stops: HTMLElement[] = [];
  const found: string[] = [];
  start(subject);
  // a page beside a panel was gone through in the state before
  const isKnown = !modal && notYet(subject, 'tabs', [element]).length === 0;
  const most = isChromium && !isKnown ? MOST : MOST_ELSEWHERE;
  for (let step = 0; step <= most; step++) {
    await sendKeys({press: 'Tab'});
    const at = focusedIn(subject);
    // WebKit gives the keyboard to the dialog itself before it begins again
    const around: (Element | null)[] = [document.body, document.documentElement, modal];
    const isOut = !at || around.includes(at) || at.id === 'last';
    if (isOut || stops.includes(at)) break;
    stops.push(at);
    found.push(...unseen(at), ...hidden(at, subject));
  }
  return [
    ...(stops.length === 0 ? ['Tab finds nothing'] : []),
    ...(stops.length > MOST ? ['the keyboard never gets out'] : []),
    ...found,
    ...outOfOrder(stops),
    ...(await focusRings(subject, stops)),
  ];
}

/** Gives the keyboard to each control in turn: it shows itself, and nothing covers it. */
export async function focusRings(
  subject: Subject,
  known: readonly Element[] = [],
): Promise<string[]> {
  // Tab may have led out of the frame; and rings are for people who press keys
  subject.window.focus();
  start(subject);
  await sendKeys({press: 'Tab'});
  return controlsIn(subject)
    .filter(control => control.tabIndex >= 0 && !known.includes(control))
    .flatMap(control => {
      // Firefox shows no ring for what a script gives the keyboard, unless asked
      control.focus({focusVisible: true});
      const at = focusedIn(subject);
      if (at !== control) return [];
      // a key scrolls there by itself; what a script does here, WebKit leaves where it is
      control.scrollIntoView({block: 'nearest', behavior: 'instant'});
      const isRinged = control.matches(':focus-visible');
      return [...(isRinged ? unseen(control) : []), ...hidden(control, subject)];
    });
}

/** Elsewhere a marker of the map moves after the keyboard has come to it: what covers it is Chromium's to prove. */
const hidden: typeof covered = (at, subject) => (isChromium ? covered(at, subject) : []);

/** The same without a look at what lies over it, which colours do not change. */
export const ringsAlone = async (subject: Subject): Promise<string[]> =>
  (await focusRings(subject)).filter(line => line.endsWith(NO_RING));

const NO_RING = 'does not show that it has the keyboard';

/** From where one tabs into the widget. */
function start({document, element}: Subject): void {
  document.querySelector<HTMLElement>('#first')!.focus();
  const modal = element.shadowRoot!.querySelector('dialog:modal');
  modal?.querySelector<HTMLElement>('[tabindex], button, input')?.focus();
}

/** No outline of its own, and none of what draws it: its label, the drawing beside it, its row. */
function unseen(at: HTMLElement): string[] {
  // after focus that a script gave, others draw no ring for a while: the style is Chromium's to prove
  if (!isChromium && !at.matches(':focus-visible')) return [];
  const {nextElementSibling: next} = at;
  const drawn = [at, areaOf(at), ...(next ? [next] : [])];
  const styles = drawn.flatMap(each =>
    ([undefined, '::before', '::after'] as const).map(
      pseudo => [each, getComputedStyle(each, pseudo)] as const,
    ),
  );
  const isShown = styles.some(([each, style]) => isOutline(each, style));
  return isShown ? [] : [`${nameOf(at)} ${NO_RING}`];
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
