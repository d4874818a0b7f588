import {expect} from '@open-wc/testing';
import {axeViolations} from '../src/axe.js';
import {openPage, until, type Page} from '../src/frame.js';
import type {RunningHub} from '../src/hub.js';
import {at, buttonOf, codeIn, control, forward, openCard, pageOf} from '../src/ordering.js';
import {all, fill, one, textOf} from '../src/parts.js';
import {openTown, type Town} from '../src/town.js';
import {describeWithHub} from '../src/with-hub.js';

/** The desk of the bakery, as its people have it open all day. */
async function openDesk({before}: RunningHub): Promise<{page: Page; desk: Element}> {
  const page = await openPage({src: '/desk/', before});
  const desk = (): Element | null => page.document.querySelector('local-desk');
  const bakery = (): HTMLElement | undefined =>
    all(desk()!, '.chooser button').find(each => textOf(each).startsWith('Boulangerie'));
  await until(() => desk()?.shadowRoot && bakery(), 'the shops of an admin are there');
  expect(await axeViolations(page), 'the shops').to.deep.equal([]);
  bakery()?.click();
  await until(() => textOf(one(desk()!, '.connection')) === 'en direct', 'the desk is live');
  return {page, desk: desk()!};
}

/** Three croissants, paid when one comes. */
async function order(town: Town): Promise<HTMLElement> {
  const button = buttonOf(town, 'boulangerie-lecourbe');
  (await openCard(town, 'Boulangerie Lecourbe')).click();
  await at(button, 'basket');
  for (let count = 1; count <= 3; count++) {
    control(button, 'Ajouter : Croissant au beurre').click();
    const pieces = `${count} article`;
    await until(() => textOf(one(button, '.sum')).includes(pieces), `${count} in the basket`);
  }
  forward(button)?.click();
  await at(button, 'pickup');
  forward(button)?.click();
  await at(button, 'contact');
  fill(control(button, 'Prénom ou nom') as HTMLInputElement, 'Maëlle');
  fill(control(button, 'Téléphone') as HTMLInputElement, '06 39 98 11 11');
  forward(button)?.click();
  await at(button, 'review');
  one(button, 'dialog [type=checkbox]')?.click();
  forward(button)?.click();
  await at(button, 'ordered');
  return button;
}

/** Presses the next step of the only order, and waits until it stands in another section. */
async function step(desk: Element, words: string, section: string): Promise<void> {
  const next = one(desk, '.order .next');
  expect(textOf(next)).to.equal(words);
  next?.click();
  await until(() => one(desk, `[data-section=${section}] .order`), `it is in ${section}`);
}

/** The page of the order says so; the desk shows a step before the hub has it. */
async function customerSees(pathname: string, state: string): Promise<void> {
  let said = '';
  for (let look = 0; look < 10 && said !== state; look++) {
    const {document, frame} = await openPage({src: pathname});
    await until(() => document.querySelector('#state'), 'the page of the order is there');
    said = textOf(document.querySelector('#state') ?? undefined);
    frame.remove();
  }
  expect(said).to.equal(state);
}

describeWithHub('the desk of a shop', {isAdmin: true}, hub => {
  it('gets an order live, accepts it, has it ready, hands it out; the customer sees', async () => {
    const {page, desk} = await openDesk(hub());
    const town = await openTown({...hub(), scroll: false});
    const button = await order(town);
    const code = codeIn(button);
    const received = (): HTMLElement | undefined => one(desk, '[data-section=received] .order');
    await until(received, 'the order came in by itself');
    expect(textOf(received()))
      .to.include(code)
      .and.to.match(/3 × ?Croissant au beurre/);
    expect(textOf(received())).to.include('Maëlle').and.to.include('06 39 98 11 11');
    expect(await axeViolations(page), 'the desk with an order').to.deep.equal([]);

    const {pathname} = new URL(pageOf(button));
    await customerSees(pathname, 'Reçue');
    await step(desk, 'Accepter', 'accepted');
    await customerSees(pathname, 'Acceptée');
    await step(desk, 'C’est prêt', 'ready');
    await customerSees(pathname, 'Prête');
    one(desk, '.order .next')?.click();
    await until(() => !one(desk, '[data-section=ready] .order'), 'it was handed out');
    await customerSees(pathname, 'Retirée');

    expect([...page.errors, ...page.warnings, ...page.violations], 'desk').to.deep.equal([]);
    expect([...town.errors, ...town.warnings, ...town.violations], 'town').to.deep.equal([]);
  }).timeout(120_000);
});
