import {controlsIn, inside, isVisible, nameOf, notYet, type Subject} from '../subject.js';

/** What a style must not do when something gets the pointer or the keyboard: bring in more to read. */
const BRINGS_IN = ['display', 'visibility', 'content', 'clip-path', 'max-height', 'block-size'];

/**
 * Words that are there only while the pointer or the keyboard is on something; WCAG 2.1, 1.4.13. There are none,
 * but for buttons that show themselves when the keyboard reaches them.
 */
export function extras(subject: Subject): string[] {
  return [...hoverStyles(subject), ...wordsOnFocus(subject)];
}

function hoverStyles({element}: Subject): string[] {
  const rules = element.shadowRoot!.adoptedStyleSheets.flatMap(sheet => [...rulesIn(sheet)]);
  return rules
    .filter(({selectorText}) => /:hover|:focus-within/.test(selectorText))
    .flatMap(({selectorText, style}) =>
      BRINGS_IN.filter(name => style.getPropertyValue(name)).map(
        name => `${selectorText} sets ${name}`,
      ),
    );
}

function* rulesIn(from: CSSStyleSheet | CSSGroupingRule): Generator<CSSStyleRule> {
  for (const rule of from.cssRules) {
    if ('selectorText' in rule) yield rule as CSSStyleRule;
    if ('cssRules' in rule) yield* rulesIn(rule as CSSGroupingRule);
  }
}

function wordsOnFocus(subject: Subject): string[] {
  const hidden = inside(subject).filter(each => !isVisible(each));
  const controls = controlsIn(subject).filter(({tabIndex}) => tabIndex >= 0);
  return notYet(subject, 'extras', controls).flatMap(control => {
    control.focus({preventScroll: true});
    return hidden
      .filter(each => !control.contains(each) && each !== control && isVisible(each))
      .filter(each => each.textContent.trim() !== '')
      .map(each => `${nameOf(each)} comes with ${nameOf(control)}`);
  });
}
