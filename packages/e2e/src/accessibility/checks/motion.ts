import {everything, inside, nameOf, type Subject} from '../subject.js';

/** What still moves or changes little by little where a person wants less motion; in seconds. */
const AT_MOST = 0.02;

export function motions(subject: Subject): string[] {
  return inside(subject).flatMap(each => {
    const {animationName, animationDuration, transitionDuration} = getComputedStyle(each);
    const long = (durations: string): boolean =>
      durations
        .split(',')
        .some(one => parseFloat(one) * (one.includes('ms') ? 0.001 : 1) > AT_MOST);
    return [
      ...(animationName !== 'none' && long(animationDuration)
        ? [`${nameOf(each)} is animated`]
        : []),
      ...(long(transitionDuration) ? [`${nameOf(each)} glides`] : []),
    ];
  });
}

/** What moves without end, and without having been asked to; WCAG 2.1, 2.2.2. */
export function endless({document, element}: Subject): string[] {
  const roots = [document, element.shadowRoot!];
  return roots
    .flatMap(root => root.getAnimations())
    .filter(({effect}) => effect?.getComputedTiming().iterations === Infinity)
    .map(({effect}) => `${nameOf((effect as KeyframeEffect).target!)} never rests`);
}

/** Sound and films: there are none (RGAA, 4.1 to 4.7 and 4.10, 4.11). */
export const media = ({document}: Subject): string[] =>
  [...everything(document)]
    .filter(each => each.matches('audio, video, object, embed, marquee'))
    .map(nameOf);
