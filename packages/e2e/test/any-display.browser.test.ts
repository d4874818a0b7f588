import {expect} from '@open-wc/testing';
import {executeServerCommand, setViewport} from '@web/test-runner-commands';
import {axeViolations} from '../src/axe.js';
import {closePages, until} from '../src/frame.js';
import {all, button, one, rows} from '../src/parts.js';
import {closePanel, listed, openPanel} from '../src/ready.js';
import {openTown, type Town} from '../src/town.js';

type Features = Readonly<Record<string, string>>;

/** Asks the engine for a visitor's settings; skips the test by name where it cannot. */
async function emulate(test: Mocha.Context, features: Features): Promise<void> {
  const done = await executeServerCommand('emulate-media-features', features);
  if (done !== 'done') test.skip();
}

/** What sticks out of the page sideways, one line each. */
function overflow({document, shops}: Town): string[] {
  const {scrollWidth, clientWidth} = document.documentElement;
  const wide = all(shops, '.root *').filter(element => {
    const {right, width} = element.getBoundingClientRect();
    return width > 0 && right > clientWidth + 1 && !element.closest('.categories, .map, .choices');
  });
  return [
    ...(scrollWidth > clientWidth ? [`the page: ${scrollWidth} px in ${clientWidth} px`] : []),
    ...wide.map(({localName, className}) => `${localName}.${className}`),
  ];
}

/** The list, each panel and a card; `look` says what is wrong with each, as lines. */
async function eachState(
  town: Town,
  look: (name: string) => Promise<string[]> | string[],
): Promise<string[]> {
  const {shops} = town;
  const found = [...(await look('list'))];
  for (const panel of ['near', 'filters', 'share'] as const) {
    await openPanel(shops, panel);
    found.push(...(await look(panel)).map(line => `${panel}: ${line}`));
    await closePanel(shops);
  }
  rows(shops)[0]?.click();
  await until(() => one(shops, '.card'), 'the card is open');
  one(shops, '.directions summary')?.click();
  found.push(...(await look('card')).map(line => `card: ${line}`));
  button(shops, 'Retour à la liste')?.click();
  await until(() => rows(shops).length > 0, 'the list is back');
  return found;
}

describe('the town’s page with every panel and a card', () => {
  afterEach(closePages);
  after(async () => {
    await executeServerCommand('emulate-media-features', {});
    await setViewport({width: 1200, height: 800});
  });

  for (const [name, width, height] of [
    ['on 320 px', 320, 640],
    ['at 200 % zoom on a screen of 1280 × 800', 640, 400],
  ] as const) {
    it(`${name} scrolls in one direction only, and axe finds nothing`, async () => {
      await setViewport({width, height});
      const town = await openTown();
      // some engines' windows get no narrower; the frame does
      town.frame.style.inlineSize = `${width}px`;
      await listed(town.shops);
      const found = await eachState(town, async () => [
        ...overflow(town),
        ...(await axeViolations(town)),
      ]);
      expect(found).to.deep.equal([]);
    }).timeout(90_000);
  }

  for (const [name, features] of [
    ['dark', {'prefers-color-scheme': 'dark'}],
    ['in forced colours', {'forced-colors': 'active'}],
    ['with less motion', {'prefers-reduced-motion': 'reduce'}],
  ] as const) {
    it(`${name}, axe finds nothing and nothing sticks out`, async function () {
      await setViewport({width: 1200, height: 800});
      await emulate(this, features);
      const town = await openTown();
      await listed(town.shops);
      const [[feature, value]] = Object.entries(features) as [[string, string]];
      expect(town.window.matchMedia(`(${feature}: ${value})`).matches).to.equal(true);
      const found = await eachState(town, async () => [
        ...overflow(town),
        ...(await axeViolations(town)),
      ]);
      expect(found).to.deep.equal([]);
      await executeServerCommand('emulate-media-features', {});
    }).timeout(90_000);
  }
});
