import type {Check, Finding} from '../finding.js';

/** Whether frames of a hub can be told apart by people who hear the page, and may ask for a position. */
export const checkFrames: Check = ({document}) =>
  [...document.querySelectorAll<HTMLIFrameElement>('iframe.local-widget')].flatMap(frame => {
    const findings: Finding[] = [];
    if (frame.title.trim() === '') {
      findings.push({
        kind: 'problem',
        fr: `Le cadre ${frame.src} n’a pas de titre (RGAA 2.1) : ajoutez title="…".`,
        en: `The frame ${frame.src} has no title (RGAA 2.1): add title="…".`,
      });
    }
    if (/\/(shops-map|event-calendar)\b/.test(frame.src) && !/\bgeolocation\b/.test(frame.allow)) {
      findings.push({
        kind: 'advice',
        fr: `Le cadre ${frame.src} ne peut pas demander la position du visiteur : ajoutez allow="geolocation".`,
        en: `The frame ${frame.src} cannot ask for a visitor’s position: add allow="geolocation".`,
      });
    }
    return findings;
  });
