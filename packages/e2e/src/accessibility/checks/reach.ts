import {areaOf, controlsIn, nameOf, type Subject} from '../subject.js';

/**
 * Controls that cannot be brought into sight in a small window, or lie under something there; and whether the
 * page has to be scrolled sideways. WCAG 2.1, 1.4.10: 320 px wide, 256 px high.
 */
export function unreachable(subject: Subject): string[] {
  const {document, window} = subject;
  const {scrollWidth, clientWidth} = document.documentElement;
  const wide =
    scrollWidth > clientWidth ? [`the page: ${scrollWidth} px in ${clientWidth} px`] : [];
  const used = controlsIn(subject).filter(({tabIndex}) => tabIndex >= 0);
  const hidden = used.flatMap(control => {
    // what is shown to the keyboard alone is shown now
    control.focus();
    const area = areaOf(control);
    area.scrollIntoView({block: 'center', inline: 'nearest', behavior: 'instant'});
    const {left, right, top, bottom} = area.getBoundingClientRect();
    if (right > window.innerWidth + 1 || left < -1) return [`${nameOf(control)} reaches out`];
    const middle = (Math.max(top, 0) + Math.min(bottom, window.innerHeight)) / 2;
    const root = control.getRootNode() as ShadowRoot;
    const hit = root.elementFromPoint((left + right) / 2, middle);
    if (hit && (area.contains(hit) || hit.contains(area))) return [];
    return [`${nameOf(control)} is under ${hit ? nameOf(hit) : 'nothing'}`];
  });
  return [...wide, ...hidden];
}
