import {expect} from '@open-wc/testing';
import {executeServerCommand, setViewport} from '@web/test-runner-commands';
import {axeViolations} from '../axe.js';
import {closePages} from '../frame.js';
import {faintEdges} from './checks/edges.js';
import {extras} from './checks/extras.js';
import {earlyHands, singleKeys} from './checks/hand.js';
import {focusRings, ringsAlone, tabStops} from './checks/keyboard.js';
import {hiddenLinks} from './checks/links.js';
import {cutWords, doubleText, spaceOut, stuckTexts, wordsOfStyle} from './checks/lost-words.js';
import {endless, media, motions} from './checks/motion.js';
import {wrongNames} from './checks/names.js';
import {unreachable} from './checks/reach.js';
import {smallTargets} from './checks/targets.js';
import type {Look, Subject} from './subject.js';
import type {Walk} from './walk.js';

type Check = (subject: Subject) => readonly string[] | Promise<readonly string[]>;

/** Titles of tests, and what each looks for; in this order, since later ones move the keyboard. */
type Checks = Readonly<Record<string, Check>>;

/** What a change takes away that was there before it. */
const newlyCut =
  (change: (subject: Subject) => () => void) =>
  (subject: Subject): string[] => {
    const before = cutWords(subject);
    const undo = change(subject);
    const lost = [...cutWords(subject)].filter(([element]) => !before.has(element));
    undo();
    return lost.map(([, line]) => line);
  };

const DESKTOP: Checks = {
  'gives axe nothing to find, light': axeViolations,
  'shows the edges of fields and the drawings of buttons, light': faintEdges,
  'has names with the words in sight, known fields, and headings in steps': wrongNames,
  'has links that do not go by colour alone, and no words that only styles bring': subject => [
    ...hiddenLinks(subject),
    ...wordsOfStyle(subject),
  ],
  'has targets of 24 pixels': smallTargets,
  'loses no word with the text spacing of WCAG 1.4.12': newlyCut(spaceOut),
  'grows with text at 200 % and loses no word': subject => [
    ...stuckTexts(subject),
    ...newlyCut(doubleText)(subject),
  ],
  'has nothing that moves without end, no sound and no film': subject => [
    ...endless(subject),
    ...media(subject),
  ],
  'takes no key alone, and nothing happens before a finger is lifted': async subject => [
    ...singleKeys(subject),
    ...(await earlyHands(subject)),
  ],
  'shows where the keyboard is, in the order of the page, and lets it go': tabStops,
  'shows nothing more when something gets the pointer or the keyboard': extras,
};

const PHONE: Checks = {
  'gives axe nothing to find, dark, on a phone': axeViolations,
  'shows the edges of fields and the drawings of buttons, dark': faintEdges,
  'has targets of 24 pixels on a phone': smallTargets,
  'loses no word with that text spacing on a phone': newlyCut(spaceOut),
  'shows where the keyboard is on a phone': subject => focusRings(subject),
};

/** What zoom at 400 % makes of a screen of 1280 × 1024. */
const SMALL: Checks = {
  'fits 320 pixels, and can be reached in a window 256 pixels high': unreachable,
};

const EMULATED: Checks = {
  'shows edges and the keyboard in forced colours': async subject => [
    ...faintEdges(subject),
    ...(await ringsAlone(subject)),
  ],
  'moves nothing where less motion is wanted': motions,
};

/**
 * The same checks for every state of every widget. A look is walked through once, and each of its tests tells
 * what its check found on the way. The titles are cited in `docs/accessibility`, where a test of the tools looks
 * for them here.
 */
export function describeAccessibility(walk: Walk): void {
  describe(`the accessibility of ${walk.name}, state by state`, function () {
    this.timeout(120_000);

    before(async function () {
      await setViewport({width: 1200, height: 900});
      if (walk.prepare && !(await walk.prepare())) this.skip();
    });
    after(() => walk.clear?.());

    describeLook(walk, {width: 1200, height: 900, scheme: 'light'}, DESKTOP);
    describeLook(walk, {width: 320, height: 640, scheme: 'dark'}, PHONE);
    describeLook(walk, {width: 320, height: 256, scheme: 'light'}, SMALL);
    // WebDriver has no words for these: they are tested in Chromium
    describeLook(walk, {width: 1200, height: 900, scheme: 'light'}, EMULATED, {
      'forced-colors': 'active',
      'prefers-reduced-motion': 'reduce',
    });
  });
}

function describeLook(
  walk: Walk,
  look: Look,
  checks: Checks,
  features?: Readonly<Record<string, string>>,
): void {
  const {width, height, scheme} = look;
  describe(`${width} × ${height}, ${scheme}${features ? ', as the person set it' : ''}`, () => {
    const found = new Map<string, string[]>();

    before(async function () {
      if (features) {
        const answer = await executeServerCommand('emulate-media-features', features);
        if (answer !== 'done') this.skip();
      }
      const subject = await walk.open(look);
      for (const {name, go} of walk.states) {
        await go(subject);
        for (const [title, check] of Object.entries(checks)) {
          const lines = (await check(subject)).map(line => `${name}: ${line}`);
          found.set(title, [...(found.get(title) ?? []), ...lines]);
        }
      }
    });
    after(async () => {
      closePages();
      if (features) await executeServerCommand('emulate-media-features', {});
    });

    for (const title of Object.keys(checks)) {
      it(title, () => {
        expect(found.get(title)).to.deep.equal([]);
      });
    }
  });
}
