import {expect} from '@open-wc/testing';
import {axeViolations} from '../../src/axe.js';
import {closePages, openPage, until} from '../../src/frame.js';

const APPS = {
  'React, with our components': '/__page/react/',
  'React, with the tags themselves': '/__page/react/?tags',
  Vue: '/__page/vue/',
  Svelte: '/__page/svelte/',
};

describe('the example application, built by Vite, for', () => {
  afterEach(closePages);

  for (const [name, src] of Object.entries(APPS)) {
    it(`${name}, shows the shops of a file, and hears which one is chosen`, async () => {
      const page = await openPage({src});
      const {document} = page;
      const row = (text: string): HTMLElement | undefined =>
        [
          ...(document
            .querySelector('local-shops-map')
            ?.shadowRoot?.querySelectorAll<HTMLElement>('.row .name') ?? []),
        ].find(button => button.textContent.includes(text));
      await until(() => row('Boulangerie Martin'), 'the list is there');
      await until(
        () =>
          document.querySelector('local-event-calendar')?.shadowRoot?.querySelector('.event .name'),
        'the agenda is there',
      );
      expect(await axeViolations(page)).to.deep.equal([]);
      row('Librairie du Pont')!.click();
      await until(
        () => document.querySelector('main > p')?.textContent === 'Librairie du Pont',
        'the application heard it',
      );
      expect(page.errors, 'errors').to.deep.equal([]);
      expect(page.warnings, 'warnings').to.deep.equal([]);
      expect(page.violations, 'policy').to.deep.equal([]);
    }).timeout(120_000);
  }
});
