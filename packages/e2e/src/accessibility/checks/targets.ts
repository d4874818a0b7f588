import {areaOf, controlsIn, nameOf, parentOf, type Subject} from '../subject.js';

/** WCAG 2.2, 2.5.8, in CSS pixels. */
const LEAST = 24;

/**
 * Targets smaller than that, unless they are words in a sentence, or stand so far from others that circles of
 * that size around them meet nothing.
 */
export function smallTargets(subject: Subject): string[] {
  const targets = controlsIn(subject).filter(each => each.tabIndex >= 0 && !isInSentence(each));
  const boxes = new Map(targets.map(each => [each, boxOf(each)]));
  return targets.flatMap(target => {
    const box = boxes.get(target)!;
    if (Math.min(box.width, box.height) >= LEAST) return [];
    const isAlone = targets.every(
      other =>
        other === target || isFar(box, boxes.get(other)!) || areaOf(other) === areaOf(target),
    );
    return isAlone ? [] : [`${nameOf(target)}: ${box.width.toFixed(1)} × ${box.height.toFixed(1)}`];
  });
}

/** A pseudo-element over the whole of its row makes the row the target. */
function boxOf(target: HTMLElement): DOMRect {
  const own = areaOf(target).getBoundingClientRect();
  const spread = ['::before', '::after'].map(name => getComputedStyle(target, name));
  if (!spread.some(({position, content}) => position === 'absolute' && content !== 'none')) {
    return own;
  }
  for (let at: Element | null = target; at; at = parentOf(at)) {
    if (getComputedStyle(at).position !== 'static') return at.getBoundingClientRect();
  }
  return own;
}

function isInSentence(target: HTMLElement): boolean {
  if (getComputedStyle(target).display !== 'inline') return false;
  const own = target.textContent.trim();
  const around = target.closest('p, li, dd, td, figcaption, small')?.textContent.trim() ?? own;
  return around.length > own.length;
}

function isFar(box: DOMRect, other: DOMRect): boolean {
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const nearest = (value: number, from: number, to: number) => Math.min(Math.max(value, from), to);
  const away = Math.hypot(
    x - nearest(x, other.left, other.right),
    y - nearest(y, other.top, other.bottom),
  );
  return away >= LEAST / 2;
}
