import {expect} from '@open-wc/testing';
import {emulateMedia, executeServerCommand, setViewport} from '@web/test-runner-commands';
import {
  NARROW,
  open,
  openWithMap,
  until,
  WIDE,
  type PageOptions,
  type ShopsHarness,
} from './harness.js';
import {CENTER, fewKinds, manyPlaces, townPlaces} from './places.js';

/** WCAG 2.2, 2.5.8: the least size of a target that is not a word in a sentence. */
const LEAST_TARGET = 24;

function tooSmall(shops: ShopsHarness): string[] {
  const targets = shops
    .all('button, select, input, a[href]')
    .filter(target => !target.closest('.source, .attribution') && shops.isVisible(target))
    // what is only shown to the keyboard is large when it is shown
    .filter(target => !target.matches('.skip'));
  return targets.flatMap(target => {
    const area = target.matches('.name')
      ? target.closest('li')!
      : (target.closest('label') ?? target);
    const {width, height} = area.getBoundingClientRect();
    const name = target.getAttribute('aria-label') ?? target.textContent.trim();
    return Math.min(width, height) < LEAST_TARGET ? [`${name}: ${width} × ${height}`] : [];
  });
}

/** Whether the page can be scrolled sideways. */
const overflows = (): boolean => {
  // the window's own width: some engines take a scroll bar out of the document's
  return document.documentElement.scrollWidth > window.innerWidth;
};

async function emulate(features: Record<string, string>): Promise<boolean> {
  return (await executeServerCommand('emulate-media-features', features)) === 'done';
}

describe('the accessibility of <local-shops-map>', () => {
  const options: PageOptions = {places: townPlaces, attributes: {center: CENTER}};

  for (const width of [NARROW, WIDE]) {
    for (const scheme of ['light', 'dark'] as const) {
      it(`holds in list, card and map, ${width} pixels wide, ${scheme}`, async function () {
        this.timeout(40_000);
        const shops = await open({...options, width, scheme});
        await shops.tick('Producteurs');
        await expect(shops.element).to.be.accessible();
        expect(tooSmall(shops)).to.be.empty;
        await shops.choose('Ferme des Alizés');
        await expect(shops.element).to.be.accessible();
        expect(tooSmall(shops)).to.be.empty;
        await shops.press('Retour à la liste');
        if (width === NARROW) await shops.press('Carte');
        await shops.mapped();
        await shops.mapRests();
        await expect(shops.element).to.be.accessible();
        expect(tooSmall(shops)).to.be.empty;
      });
    }
  }

  it('holds with many pages', async () => {
    const shops = await open({places: manyPlaces(60), width: NARROW});
    await expect(shops.element).to.be.accessible();
    expect(tooSmall(shops)).to.be.empty;
  });

  describe('on a phone of 320 pixels', () => {
    beforeEach(async () => {
      await setViewport({width: 320, height: 640});
      document.body.style.margin = '0';
    });

    afterEach(async () => {
      document.body.style.margin = '';
      await setViewport({width: 800, height: 600});
    });

    it('scrolls in one direction only, in list, card and map', async () => {
      const shops = await open({...options, width: NARROW});
      expect(overflows()).to.equal(false, 'list');
      await shops.tick('Producteurs');
      expect(overflows()).to.equal(false, 'opened group');
      await shops.choose('Ferme des Alizés');
      expect(overflows()).to.equal(false, 'card');
      await shops.press('Retour à la liste');
      await shops.press('Carte');
      await shops.mapped();
      await shops.mapRests();
      expect(overflows()).to.equal(false, 'map');
    });

    it('shows list or map, and says which', async () => {
      const shops = await open({...options, width: NARROW});
      expect(shops.isVisible(shops.canvas)).to.equal(false);
      expect(shops.button('Liste').getAttribute('aria-pressed')).to.equal('true');
      await shops.press('Carte');
      await shops.mapped();
      expect(shops.isVisible(shops.canvas)).to.equal(true);
      expect(shops.isVisible(shops.rows[0]!.button)).to.equal(false);
      expect(shops.button('Carte').getAttribute('aria-pressed')).to.equal('true');
      expect(shops.button('Liste').getAttribute('aria-pressed')).to.equal('false');
      await shops.press('Liste');
      expect(shops.isVisible(shops.rows[0]!.button)).to.equal(true);
    });

    it('says on the map as well that nothing matches, with the way out', async () => {
      const shops = await open({...options, width: NARROW});
      await shops.press('Carte');
      await shops.mapped();
      await shops.type('xylophone');
      expect(shops.status).to.equal('Aucune adresse ne correspond à ces filtres.');
    });
  });

  it('has no switch where both fit', async () => {
    const shops = await open({...options, width: WIDE});
    expect(shops.isVisible(shops.button('Carte'))).to.equal(false);
    expect(shops.isVisible(shops.canvas)).to.equal(true);
  });

  it('announces every change in one status', async () => {
    const shops = await open(options);
    const status = shops.one('[role=status]');
    expect(status.textContent.trim()).to.match(/^14 adresses/);
    await shops.type('halle');
    expect(shops.one('[role=status]') === status).to.equal(true);
    expect(status.textContent.trim()).to.equal('Une adresse');
    await shops.type('xylophone');
    expect(status.textContent.trim()).to.equal('Aucune adresse ne correspond à ces filtres.');
  });

  it('has a status that is empty before there is something to say', async () => {
    const shops = await open({places: fewKinds});
    shops.element.places = undefined;
    await shops.settled();
    expect(shops.status).to.equal('');
    expect(shops.all('[role=status]').length).to.equal(1);
  });

  it('moves nothing where less motion is wanted', async function () {
    if (!(await emulate({'prefers-reduced-motion': 'reduce'}))) this.skip();
    try {
      const shops = await openWithMap({...options});
      let glided = false;
      const watcher = new MutationObserver(() => {
        glided ||= shops.canvas.querySelector('.leaflet-zoom-anim') !== null;
      });
      watcher.observe(shops.canvas, {subtree: true, attributes: true});
      shops.button('Zoomer').click();
      await shops.mapRests();
      watcher.disconnect();
      expect(glided).to.equal(false);
    } finally {
      await emulate({});
    }
  });

  it('keeps shapes, states and focus in forced colours', async function () {
    if (!(await emulate({'forced-colors': 'active'}))) this.skip();
    try {
      const shops = await openWithMap({...options});
      await shops.tick('Producteurs');
      await shops.mapRests();
      await expect(shops.element).to.be.accessible();
      const outline = getComputedStyle(shops.one('.row .outline'));
      expect(outline.stroke).to.not.equal(outline.fill);
      const button = getComputedStyle(shops.button('Zoomer'));
      expect(button.borderTopStyle).to.equal('solid');
      expect(shops.checkbox('Producteurs').checked).to.equal(true);
      shops.button('Zoomer').focus();
      await until(() => shops.focused === 'Zoomer', 'focus');
    } finally {
      await emulate({});
    }
  });

  it('prints the list alone', async function () {
    try {
      await emulateMedia({media: 'print'});
    } catch {
      // only Chromium can
      this.skip();
    }
    try {
      const shops = await open({...options, width: WIDE});
      if (!matchMedia('print').matches) this.skip();
      // how it looks on paper comes with the search
      await shops.answers();
      expect(shops.isVisible(shops.rows[0]!.button)).to.equal(true);
      expect(shops.isVisible(shops.canvas)).to.equal(false);
      expect(shops.isVisible(shops.search)).to.equal(false);
    } finally {
      await emulateMedia({media: 'screen'});
    }
  });
});
