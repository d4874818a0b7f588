import {inside, isVisible, nameOf, parentOf, type Subject} from '../subject.js';

/** WCAG 2.1, 1.4.12: what a person may set without losing anything. */
const SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`;

/** Sets the spacing in the page and in every shadow tree of it; returns what takes it back. */
export function spaceOut({window, document, element}: Subject): () => void {
  const sheet = new window.CSSStyleSheet();
  sheet.replaceSync(SPACING);
  const roots = [document, element.shadowRoot!];
  for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return () => {
    for (const root of roots) {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter(each => each !== sheet);
    }
  };
}

/** Twice the letters: what a browser's own setting for text does. */
export function doubleText({document}: Subject): () => void {
  document.documentElement.style.fontSize = '200%';
  return () => document.documentElement.style.removeProperty('font-size');
}

/**
 * Place and source of an event in the hours of a day, where its box is as high as it lasts: who opens the event
 * reads them whole, which WCAG 1.4.12 allows for what is shortened. Its time and title are not left out here.
 */
const SHORTENED = '.slot .meta';

/** Words that are cut off by the box around them, by element, and what of the page reaches out sideways. */
export function cutWords(subject: Subject): Map<Element | string, string> {
  const found = new Map<Element | string, string>();
  for (const each of inside(subject)) {
    if (!isVisible(each) || each.closest('svg, select, option, canvas')) continue;
    // a month in little room shows dots, and the list of a day beside them
    if (each.closest(SHORTENED) || getComputedStyle(each).fontSize === '0px') continue;
    for (const node of each.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || !node.textContent?.trim()) continue;
      const range = each.ownerDocument.createRange();
      range.selectNodeContents(node);
      const cut = cutOff(each, range.getBoundingClientRect());
      if (cut) found.set(each, `${nameOf(each)} is cut off by ${cut}`);
    }
  }
  const {scrollWidth, clientWidth} = subject.document.documentElement;
  if (scrollWidth > clientWidth) {
    found.set('page', `the page: ${scrollWidth} px in ${clientWidth} px`);
  }
  return found;
}

/** The first box around it that hides part of the text without a way to scroll there. */
function cutOff(element: Element, text: DOMRect): string | undefined {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const {overflowX, overflowY} = getComputedStyle(at);
    const box = at.getBoundingClientRect();
    const hides = (value: string): boolean => value === 'hidden' || value === 'clip';
    if (hides(overflowX) && (text.right > box.right + 1 || text.left < box.left - 1)) {
      return `${nameOf(at)} sideways`;
    }
    if (hides(overflowY) && (text.bottom > box.bottom + 2 || text.top < box.top - 2)) {
      return `${nameOf(at)} in height`;
    }
    if (/auto|scroll/.test(overflowX + overflowY)) return undefined;
  }
  return undefined;
}

/** Texts that do not grow with the letters of the page. */
export function stuckTexts(subject: Subject): string[] {
  const texts = inside(subject).filter(each => isVisible(each) && hasText(each));
  const sizeOf = (each: Element): number => parseFloat(getComputedStyle(each).fontSize);
  const before = new Map(texts.map(each => [each, sizeOf(each)]));
  const undo = doubleText(subject);
  const stuck = texts.filter(each => sizeOf(each) > 0 && sizeOf(each) < before.get(each)! * 1.9);
  const lines = stuck.map(each => `${nameOf(each)}: ${before.get(each)} → ${sizeOf(each)} px`);
  undo();
  return lines;
}

/** What is in sight with the styles of the widget and is gone without them; RGAA 10.2. */
export function wordsOfStyle(subject: Subject): string[] {
  const root = subject.element.shadowRoot!;
  const texts = inside(subject).filter(
    each => isVisible(each) && each.localName !== 'option' && hasText(each),
  );
  // a copy: what it gives is emptied with it
  const sheets = [...root.adoptedStyleSheets];
  root.adoptedStyleSheets = [];
  const gone = texts.filter(each => each.getClientRects().length === 0).map(nameOf);
  root.adoptedStyleSheets = sheets;
  return gone;
}

const hasText = (each: Element): boolean =>
  [...each.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
