import {inside, isVisible, nameOf, type Subject} from '../subject.js';

/** Links among other words that only their colour tells from these; WCAG 2.1, 1.4.1, RGAA 10.6. */
export function hiddenLinks(subject: Subject): string[] {
  return inside(subject)
    .filter(each => each.matches('a[href]') && isVisible(each) && isAmongWords(each))
    .filter(link => {
      const {textDecorationLine, borderBottomStyle} = getComputedStyle(link);
      return textDecorationLine === 'none' && borderBottomStyle === 'none';
    })
    .map(link => `${nameOf(link)} looks like the words around it`);
}

const isAmongWords = (link: HTMLElement): boolean =>
  [...(link.parentElement?.childNodes ?? [])].some(
    node => node.nodeType === Node.TEXT_NODE && /\p{L}/u.test(node.textContent ?? ''),
  );
