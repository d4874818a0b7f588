import {openPage, until, type Page, type PageWindow} from '../frame.js';
import {needBuild, SCRIPTS} from '../town.js';

/** A page that holds one widget and nothing else to find fault with. */
export interface Subject extends Page {
  readonly element: HTMLElement;
}

/** How a person sees the page. */
export interface Look {
  readonly width: number;
  readonly height: number;
  readonly scheme: 'light' | 'dark';
  /** More style of the page, as a person or the page's author may have. */
  readonly style?: string;
}

export interface Content {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly before?: ((window: PageWindow) => void) | undefined;
}

/** A plain page of a town: a title, the widget, a link after it. */
const page = (markup: string, {scheme, style = ''}: Look): string => `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>Page</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>:root{color-scheme:${scheme}}
body{margin:0;font-family:sans-serif;background:Canvas;color:CanvasText}main{padding:1rem}${style}</style>
<script type="module" src="${SCRIPTS}local-widgets.js"></script></head>
<body><main><h1>Ma commune</h1><h2>Près d’ici</h2><p><a id="first" href="#last">Avant</a></p>${markup}
<p><a id="last" href="#first">Après</a></p></main></body></html>`;

/** The frame has the size itself: windows of some engines get no narrower than 500 px. */
export async function openSubject(
  {tag, attributes, before}: Content,
  look: Look,
): Promise<Subject> {
  await needBuild();
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const opened = await openPage({srcdoc: page(element.outerHTML, look), before});
  opened.frame.style.inlineSize = `${look.width}px`;
  opened.frame.style.blockSize = `${look.height}px`;
  const found = (): HTMLElement | null => opened.document.querySelector<HTMLElement>(tag);
  await until(() => found()?.shadowRoot, 'the element is alive');
  return {...opened, element: found()!};
}

/** All of a page in its order, what is in shadow trees in its place. */
export function* everything(root: Document | ShadowRoot | Element): Generator<HTMLElement> {
  for (const child of root.children) {
    yield child as HTMLElement;
    if (child.shadowRoot) yield* everything(child.shadowRoot);
    yield* everything(child);
  }
}

/** What a person finds in the widget, the open dialog alone where it is modal. */
export function inside({element}: Subject): HTMLElement[] {
  const root = element.shadowRoot!;
  const modal = root.querySelector('dialog:modal');
  return [...everything(modal ?? root)];
}

/** Up one step, out of shadow trees too. */
export function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  const root = element.getRootNode();
  return element.parentElement ?? (root as Partial<ShadowRoot>).host ?? null;
}

/** Whether it can be seen: it has a box, is not invisible, and is not for screen readers alone. */
export function isVisible(element: Element): boolean {
  const {width, height} = element.getBoundingClientRect();
  // those for screen readers alone have a box of one or two pixels
  if (width <= 2 || height <= 2) return false;
  if (element.closest('.visually-hidden')) return false;
  return element.checkVisibility({visibilityProperty: true, opacityProperty: true});
}

const CONTROLS =
  'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex], [role=button], [role=option]';

/** What a person can act on and see. */
export const controlsIn = (subject: Subject): HTMLElement[] =>
  inside(subject).filter(each => each.matches(CONTROLS) && isReachable(each));

const examined = new WeakMap<Subject, Map<string, WeakSet<Element>>>();

/** Those of a page that a check has not looked at in an earlier state. */
export function notYet<T extends Element>(subject: Subject, check: string, all: readonly T[]): T[] {
  const checks = examined.get(subject) ?? new Map<string, WeakSet<Element>>();
  const seen = checks.get(check) ?? new WeakSet();
  examined.set(subject, checks.set(check, seen));
  const fresh = all.filter(each => !seen.has(each));
  for (const each of fresh) seen.add(each);
  return fresh;
}

/** A checkbox that is drawn by its label is seen there. */
export const areaOf = (control: Element): Element => {
  const isChoice = control.matches('input[type=checkbox], input[type=radio], input[type=file]');
  return (isChoice && control.closest('label')) || control;
};

const isReachable = (control: Element): boolean =>
  isVisible(areaOf(control)) && !control.matches(':disabled');

/** What a finding calls something. */
export function nameOf(element: Element): string {
  const labels = (element as Partial<HTMLInputElement>).labels ?? [];
  const words = element.getAttribute('aria-label') ?? labels[0]?.textContent ?? element.textContent;
  const name = words.replace(/\s+/g, ' ').trim().slice(0, 40);
  const mark = element.id
    ? `#${element.id}`
    : [...element.classList].map(one => `.${one}`).join('');
  return `${element.localName}${mark} “${name}”`;
}
