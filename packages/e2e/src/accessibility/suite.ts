import {expect} from '@open-wc/testing';
import {executeServerCommand, setViewport} from '@web/test-runner-commands';
import {axeViolations} from '../axe.js';
import {closePages} from '../frame.js';
import {faintEdges} from './checks/edges.js';
import {earlyHands, singleKeys} from './checks/hand.js';
import {tabStops} from './checks/keyboard.js';
import {cutWords, doubleText, spaceOut, stuckTexts} from './checks/lost-words.js';
import {endless, media, motions} from './checks/motion.js';
import {wrongNames} from './checks/names.js';
import {unreachable} from './checks/reach.js';
import {smallTargets} from './checks/targets.js';
import {DESKTOP, type Look, type Subject} from './subject.js';
import type {Walk} from './walk.js';

type Check = (subject: Subject) => readonly string[] | Promise<readonly string[]>;

/** All states of a widget, one after the other: what a check finds in each, as lines. */
async function findings(walk: Walk, look: Look, check: Check): Promise<string[]> {
  const subject = await walk.open(look);
  const found: string[] = [];
  for (const {name, go} of walk.states) {
    await go(subject);
    found.push(...(await check(subject)).map(line => `${name}: ${line}`));
  }
  return found;
}

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

/**
 * The same checks for every state of every widget. The titles are cited in `docs/accessibility`, where a test of
 * the tools looks for them here.
 */
export function describeAccessibility(walk: Walk): void {
  describe(`the accessibility of ${walk.name}, state by state`, function () {
    this.timeout(90_000);

    before(async function () {
      await setViewport({width: 1200, height: 900});
      if (walk.prepare && !(await walk.prepare())) this.skip();
    });
    afterEach(closePages);
    after(async () => {
      await executeServerCommand('emulate-media-features', {});
      await walk.clear?.();
    });

    async function holds(check: Check, look: Partial<Look> = {}): Promise<void> {
      expect(await findings(walk, {...DESKTOP, ...look}, check)).to.deep.equal([]);
    }

    async function emulate(test: Mocha.Context, features: Record<string, string>): Promise<void> {
      const answer = await executeServerCommand('emulate-media-features', features);
      if (answer !== 'done') test.skip();
    }

    it('gives axe nothing to find, light', () => holds(axeViolations));

    it('gives axe nothing to find, dark', () => holds(axeViolations, {scheme: 'dark'}));

    for (const scheme of ['light', 'dark'] as const) {
      it(`shows the edges of fields and the drawings of buttons, ${scheme}`, () =>
        holds(faintEdges, {scheme}));
    }

    it('has names with the words in sight, known fields, and headings in steps', () =>
      holds(wrongNames));

    it('has targets of 24 pixels', () => holds(smallTargets));

    it('has targets of 24 pixels on a phone', () => holds(smallTargets, {width: 320, height: 640}));

    it('shows where the keyboard is, in the order of the page, and lets it go', () =>
      holds(tabStops));

    it('shows where the keyboard is on a phone, dark', () =>
      holds(tabStops, {width: 320, height: 640, scheme: 'dark'}));

    it('fits 320 pixels, and can be reached in a window 256 pixels high', async () => {
      // what zoom at 400 % makes of a screen of 1280 × 1024
      await holds(unreachable, {width: 320, height: 256});
      closePages();
      await holds(unreachable, {width: 1280, height: 256});
    });

    it('loses no word with the text spacing of WCAG 1.4.12', async () => {
      await holds(newlyCut(spaceOut));
      closePages();
      await holds(newlyCut(spaceOut), {width: 320, height: 640});
    });

    it('grows with text at 200 % and loses no word', async () => {
      await holds(subject => [...stuckTexts(subject), ...newlyCut(doubleText)(subject)]);
    });

    it('takes no key alone, and nothing happens before a finger is lifted', () =>
      holds(async subject => [...singleKeys(subject), ...(await earlyHands(subject))]));

    it('has nothing that moves without end, no sound and no film', () =>
      holds(subject => [...endless(subject), ...media(subject)]));

    it('moves nothing where less motion is wanted', async function () {
      await emulate(this, {'prefers-reduced-motion': 'reduce'});
      await holds(motions);
      await emulate(this, {});
    });

    it('shows edges and the keyboard in forced colours', async function () {
      await emulate(this, {'forced-colors': 'active'});
      await holds(async subject => [...faintEdges(subject), ...(await tabStops(subject))]);
      await emulate(this, {});
    });
  });
}
