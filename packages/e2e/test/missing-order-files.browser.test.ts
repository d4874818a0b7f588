import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {closePages, until} from '../src/frame.js';
import {startHub, stopHub, type RunningHub} from '../src/hub.js';
import {at, buttonOf, codeIn, control, forward} from '../src/ordering.js';
import {all, fill, isShown, one, rows, textOf} from '../src/parts.js';
import {goTo, openTown, type Town, type TownOptions} from '../src/town.js';

const SHOP = 'boulangerie-lecourbe';
const PHONE = 'tel:+33261911407';

/** A file that does not arrive, and what there is instead. */
interface Missing {
  readonly options?: (hub: RunningHub) => TownOptions;
  readonly says?: RegExp;
  readonly then: (town: Town, button: HTMLElement) => Promise<void>;
}

const atHub = ({hub, before}: RunningHub): TownOptions => ({hub, before});

/** Opens the dialog by the button itself. */
async function press(button: HTMLElement): Promise<void> {
  await until(() => one(button, 'button'), 'the button is there');
  one(button, 'button')?.click();
}

const canCall = (button: HTMLElement): boolean =>
  all(button, 'a').some(link => isShown(link) && link.getAttribute('href')?.startsWith('tel:'));

const NO_DIALOG: Missing = {
  options: atHub,
  says: /the dialog could not be loaded/,
  then: async (_town, button) => {
    await press(button);
    await until(() => textOf(one(button, '.note')).includes('n’a pas pu s’ouvrir'), 'it says so');
    expect(canCall(button)).to.equal(true);
  },
};

const FILES: Readonly<Record<string, Missing>> = {
  'collect-button': {
    says: /^<local-collect-button> could not be loaded/,
    then: async ({shops}, button) => {
      await goTo(shops);
      await until(() => rows(shops).length > 0, 'the list is there');
      expect(isShown(button.querySelector(`a[href="${PHONE}"]`))).to.equal(true);
    },
  },
  'collect-dialog': NO_DIALOG,
  directives: NO_DIALOG,
  'collect-direct': {
    says: /orders by phone and e-mail could not be loaded/,
    then: async (_town, button) => {
      await press(button);
      await until(() => one(button, 'dialog') && canCall(button), 'one can call');
    },
  },
  'collect-confirmation': {
    options: atHub,
    says: /the confirmation could not be loaded/,
    then: async (_town, button) => {
      await press(button);
      await at(button, 'basket');
      control(button, 'Ajouter : Croissant au beurre').click();
      await until(() => forward(button), 'one is in the basket');
      forward(button)?.click();
      await at(button, 'pickup');
      forward(button)?.click();
      await at(button, 'contact');
      fill(control(button, 'Prénom ou nom') as HTMLInputElement, 'Rozenn');
      fill(control(button, 'Téléphone') as HTMLInputElement, '06 39 98 22 22');
      forward(button)?.click();
      await at(button, 'review');
      one(button, 'dialog [type=checkbox]')?.click();
      forward(button)?.click();
      const short = (): string => textOf(one(button, 'dialog .scroll'));
      await until(() => /Commande [2-9A-Z]{4,6} bien reçue/.test(short()), 'the code is told');
      expect(codeIn(button)).to.equal('');
    },
  },
};

const isOfOrders = (name: string): boolean => /^(collect-|directives\.)/.test(name);

/** What these do is tested beside their sources; a page of the town asks for none of them. */
const ELSEWHERE = ['collect-en', 'collect-price-list', 'collect-woocommerce'];

describe('a script file of the order buttons that does not arrive', () => {
  let hub: RunningHub;

  before(async function () {
    this.timeout(60_000);
    await setViewport({width: 1200, height: 800});
    hub = (await startHub())!;
  });
  afterEach(closePages);
  after(stopHub);

  it('is known to these tests, whichever it is', async () => {
    const built = (await (await fetch('/__page/town/built-files.json')).json()) as string[];
    const known = [...Object.keys(FILES), ...ELSEWHERE].map(name => `${name}.js`);
    expect(built.filter(isOfOrders)).to.deep.equal(known.sort());
  });

  for (const [file, {options, says, then}] of Object.entries(FILES)) {
    it(`${file}: the shop can be reached all the same`, async () => {
      const town = await openTown({...options?.(hub), without: file, scroll: false});
      const {warnings} = town;
      await then(town, buttonOf(town, SHOP));
      if (says) await until(() => warnings.some(words => says.test(words)), `it says ${says}`);
      expect(warnings.filter(words => !says?.test(words))).to.deep.equal([]);
      expect(town.errors, 'no uncaught error').to.deep.equal([]);
      expect(town.violations, 'policy').to.deep.equal([]);
    });
  }
});
