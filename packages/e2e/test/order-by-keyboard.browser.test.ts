import {expect} from '@open-wc/testing';
import {resetMouse, sendKeys} from '@web/test-runner-commands';
import {axeViolations} from '../src/axe.js';
import {openPage, until} from '../src/frame.js';
import {focused, tabTo} from '../src/hand.js';
import {at, buttonOf, codeIn, errorBy, ORDER, pageOf} from '../src/ordering.js';
import {all, one, rows, textOf} from '../src/parts.js';
import {listed} from '../src/ready.js';
import {openTown, type Town} from '../src/town.js';
import {describeWithHub} from '../src/with-hub.js';

const BAKERY = 'boulangerie-lecourbe';

const said = (element: HTMLElement): string =>
  element.getAttribute('aria-label') ?? textOf(element);

/** Tab to what is called so, then a key. */
async function go(town: Town, name: string, press = 'Enter'): Promise<void> {
  await tabTo(town, element => said(element) === name, 90);
  await sendKeys({press});
}

/** Tab to a field, and write. */
async function write(town: Town, id: string, type: string): Promise<void> {
  await tabTo(town, element => element.id === id, 60);
  await sendKeys({type});
}

describeWithHub('an order by keyboard alone', {}, hub => {
  after(() => resetMouse());

  it('from the card of the map to the code, with nothing to show to axe on the way', async () => {
    const town = await openTown({...hub()});
    const button = buttonOf(town, BAKERY);
    const {shops, document} = town;
    const isFine = async (step: string): Promise<void> => {
      expect(await axeViolations(town), step).to.deep.equal([]);
    };
    await listed(shops);

    document.querySelector<HTMLElement>('#contenu')?.focus();
    await write(town, 'search', 'Lecourbe');
    await until(() => rows(shops).length < 20, 'the search answers');
    await go(town, 'Boulangerie Lecourbe');
    await until(() => focused(town)?.id === 'card-name', 'the card has the keyboard');
    await go(town, 'Commander');
    await at(button, 'basket');
    await until(() => focused(town)?.id === 'title', 'the dialog has the keyboard');
    await isFine('the catalogue');

    await write(town, 'find', 'campagne');
    await until(() => all(button, '.product').length === 1, 'the catalogue is searched');
    await go(town, 'Ajouter : Pain de campagne au levain');
    await until(() => said(focused(town)!).startsWith('Ajouter'), 'the keyboard stays there');
    await sendKeys({press: 'Enter'});
    await until(() => textOf(one(button, '.sum')).includes('2 articles'), 'two are in the basket');
    await go(town, 'Choisir le retrait');
    await at(button, 'pickup');
    await isFine('the slots');

    const first = one(button, '[name=slot]:checked') as HTMLInputElement;
    await tabTo(town, element => element === first);
    await sendKeys({press: 'ArrowDown'});
    await until(() => !first.checked && one(button, '[name=slot]:checked'), 'the next slot');
    await go(town, 'Continuer');
    await at(button, 'contact');
    await go(town, 'Vérifier');
    await until(() => focused(town)?.id === 'name', 'the keyboard is where something is wrong');
    expect(errorBy(focused(town))).to.equal('Indiquez un prénom, un nom ou un pseudonyme.');
    await isFine('the contact with an error');
    await sendKeys({type: 'Claire'});
    await write(town, 'email', 'claire@exemple');
    await sendKeys({press: 'Enter'});
    await until(() => errorBy(focused(town)) !== '', 'what is wrong is said by the field');
    expect(focused(town)?.id).to.equal('email');
    expect(errorBy(focused(town))).to.include('Cette adresse semble incomplète');
    await sendKeys({type: '.fr'});
    await go(town, 'Vérifier');
    await at(button, 'review');
    await isFine('the review');

    await go(town, ORDER);
    await until(() => errorBy(focused(town)) !== '', 'the terms are not accepted yet');
    expect(errorBy(focused(town))).to.include('Cochez la case');
    await sendKeys({press: ' '});
    await go(town, ORDER);
    await at(button, 'ordered');
    expect(codeIn(button)).to.match(/^[2-9A-HJ-NP-Z]{4,6}$/);
    expect(textOf(one(button, '.ticket'))).to.include('9,60');
    await until(() => focused(town)?.id === 'title', 'the confirmation has the keyboard');
    await isFine('the confirmation');

    const {pathname} = new URL(pageOf(button));
    await sendKeys({press: 'Escape'});
    await until(() => !one(button, 'dialog'), 'the dialog is closed');
    await until(() => said(focused(town)!) === 'Commander', 'the card has the keyboard again');
    expect([...town.errors, ...town.warnings, ...town.violations]).to.deep.equal([]);

    const page = await openPage({src: pathname});
    await until(() => page.document.querySelector('main h1, h1'), 'the page of the order is there');
    expect(textOf(page.document.body)).to.include('Reçue');
    expect(await axeViolations(page), 'the page of the order').to.deep.equal([]);
  }).timeout(120_000);
});
