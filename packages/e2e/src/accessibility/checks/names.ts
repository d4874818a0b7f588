import {controlsIn, inside, isVisible, nameOf, type Subject} from '../subject.js';

/** Faults in names and structure that axe does not look for. */
export function wrongNames(subject: Subject): string[] {
  return [
    ...namesWithoutTheirWords(subject),
    ...anonymousFields(subject),
    ...skippedHeadings(subject),
    ...loudDrawings(subject),
    ...idsTwice(subject),
  ];
}

const PRESSED = 'a, button, summary, [role=button], [role=option]';

/** WCAG 2.1, 2.5.3: who says what stands on a button presses it. */
function namesWithoutTheirWords(subject: Subject): string[] {
  return controlsIn(subject).flatMap(control => {
    const name = control.getAttribute('aria-label');
    if (name === null || !control.matches(PRESSED)) return [];
    const seen = wordsSeen(control);
    return seen && !plain(name).includes(plain(seen)) ? [`${nameOf(control)} shows “${seen}”`] : [];
  });
}

/** Text in sight, without marks such as × that are drawings. */
function wordsSeen(control: HTMLElement): string {
  const parts = [control, ...control.querySelectorAll('*')].filter(
    part => isVisible(part) && !part.closest('[aria-hidden=true], svg'),
  );
  const texts = parts.flatMap(part =>
    [...part.childNodes].filter(({nodeType}) => nodeType === Node.TEXT_NODE),
  );
  return texts
    .map(text => text.textContent)
    .join(' ')
    .trim();
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** WCAG 2.1, 1.3.5: fields about a person are known to the browser; RGAA 11.13. */
const ABOUT_A_PERSON = /^(?:name|email|tel|phone|street|postal|address)/;

function anonymousFields(subject: Subject): string[] {
  return controlsIn(subject)
    .filter(each => each.matches('input:not([type=checkbox], [type=radio], [type=file])'))
    .filter(each => ABOUT_A_PERSON.test(each.id) || each.matches('[type=email], [type=tel]'))
    .filter(each => !each.getAttribute('autocomplete') || each.matches('[autocomplete=off]'))
    .map(each => `${nameOf(each)} says nothing to the browser's own filling in`);
}

/** Headings begin at the level that the page asks for, and skip none; WCAG 2.1, 1.3.1. */
function skippedHeadings(subject: Subject): string[] {
  const headings = inside(subject).filter(each => /^h[1-6]$/.test(each.localName));
  const levels = headings.map(each => Number(each.localName[1]));
  return headings.flatMap((heading, at) =>
    at > 0 && levels[at]! > levels[at - 1]! + 1
      ? [`${nameOf(heading)} follows h${levels[at - 1]}`]
      : [],
  );
}

/** Drawings are hidden from screen readers, or have a name. */
function loudDrawings(subject: Subject): string[] {
  return inside(subject)
    .filter(each => each.localName === 'svg' && isVisible(each))
    .filter(each => !each.closest('[aria-hidden=true]') && !each.matches('[role=img][aria-label]'))
    .map(each => `a drawing in ${nameOf(each.parentElement ?? each)} is neither hidden nor named`);
}

/** Labels and descriptions go by ids: each is there once. */
function idsTwice({element}: Subject): string[] {
  const ids = [...element.shadowRoot!.querySelectorAll('[id]')].map(({id}) => id);
  return ids.filter((id, at) => ids.indexOf(id) < at).map(id => `the id ${id} is there twice`);
}
