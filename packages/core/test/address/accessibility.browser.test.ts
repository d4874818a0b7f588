import {expect} from '@open-wc/testing';
import {executeServerCommand, sendKeys} from '@web/test-runner-commands';
import {GeocoderError} from '../../src/address/index.js';
import {Device, open, type FinderHarness} from './harness.js';

describe('the accessibility of the address search', () => {
  async function opened(): Promise<FinderHarness> {
    const finder = await open({canLocate: true, geolocation: new Device()});
    await finder.type('bourg');
    await sendKeys({press: 'ArrowDown'});
    await finder.settled();
    return finder;
  }

  for (const scheme of ['light', 'dark'] as const) {
    it(`holds closed, open, chosen and failed, ${scheme}`, async function () {
      this.timeout(40_000);
      const finder = await open({canLocate: true, geolocation: new Device()});
      finder.stage.style.cssText = `color-scheme: ${scheme}; background: Canvas; color: CanvasText`;
      await expect(finder.element).to.be.accessible();
      await finder.ask('bourg');
      await sendKeys({press: 'ArrowDown'});
      await finder.settled();
      await expect(finder.element).to.be.accessible();
      await finder.geocoder.fail(0, new GeocoderError('unreachable', 'No answer.'));
      await finder.settled();
      await expect(finder.element).to.be.accessible();
      await sendKeys({press: 'Enter'});
      await finder.settled();
      await expect(finder.element).to.be.accessible();
    });
  }

  it('has a name, a list and one active option for assistive technology', async () => {
    const finder = await opened();
    const {field, list} = finder;
    expect(field.role).to.equal('combobox');
    expect(field.getAttribute('aria-autocomplete')).to.equal('list');
    expect(field.getAttribute('aria-controls')).to.equal(list.id);
    expect(field.labels![0]!.textContent).to.equal('Adresse ou commune');
    expect(list.getAttribute('aria-label')).to.equal('Lieux proposés');
    expect(finder.options.map(({ariaSelected}) => ariaSelected)).to.deep.equal([
      'true',
      'false',
      'false',
    ]);
  });

  it('fits into 320 pixels with long names', async () => {
    const finder = await open({
      local: () => [
        {
          label: 'Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson'.repeat(3),
          geo: {longitude: 4, latitude: 48},
        },
      ],
    });
    finder.stage.style.inlineSize = '320px';
    await finder.type('saint');
    const {right} = finder.stage.getBoundingClientRect();
    for (const each of [finder.field, finder.list, finder.options[0]!]) {
      expect(each.getBoundingClientRect().right).to.be.at.most(right + 0.5);
      expect(each.scrollWidth).to.be.at.most(each.clientWidth + 1);
    }
  });

  it('marks the active option in forced colours', async function () {
    const answer = await executeServerCommand('emulate-media-features', {
      'forced-colors': 'active',
    });
    if (answer !== 'done') this.skip();
    try {
      const finder = await opened();
      const [active, other] = finder.options.map(each => getComputedStyle(each).backgroundColor);
      expect(active).to.not.equal(other);
      await expect(finder.element).to.be.accessible();
    } finally {
      await executeServerCommand('emulate-media-features', {});
    }
  });

  it('writes no style attribute', async () => {
    const finder = await opened();
    expect(finder.element.renderRoot.querySelectorAll('[style], style').length).to.equal(0);
  });
});
