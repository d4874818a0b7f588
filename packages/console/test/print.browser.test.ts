import {expect} from '@open-wc/testing';
import {normal, open, openTab, until} from './harness.js';

/** Rules of the page while something is printed. */
const pageRules = (): string =>
  document.adoptedStyleSheets
    .flatMap(sheet => [...sheet.cssRules])
    .map(rule => rule.cssText)
    .join();

describe('printing from <local-orders-desk>', () => {
  afterEach(() => dispatchEvent(new Event('afterprint')));

  it('makes a ticket of 80 mm for one order', async () => {
    const desk = await open();
    await desk.press('Ticket, Commande K7M2');
    await until(() => desk.hub.printed.length, 'the dialog');
    const paper = desk.all('.paper')[0]!;
    const text = normal(paper.textContent);
    expect(text).to.include('K7M2').and.to.include('Pain de campagne').and.to.include('20,90 €');
    expect(text).not.to.include('P4QX');
    expect(pageRules()).to.match(/size: 80mm \d+mm/);
    dispatchEvent(new Event('afterprint'));
    await desk.settled();
    expect(normal(paper.textContent)).to.equal('');
    expect(pageRules()).to.equal('');
  });

  it('puts all open orders on A4, none that is done', async () => {
    const desk = await open();
    await desk.press('Imprimer les commandes');
    await until(() => desk.hub.printed.length, 'the dialog');
    const text = normal(desk.all('.paper')[0]!.textContent);
    expect(text).to.include('4 commandes').and.to.include('W3HJ').and.not.to.include('Z5NN');
    expect(pageRules()).to.match(/size: a4/i);
  });

  it('puts the preparation list on A4', async () => {
    const desk = await openTab('Préparation');
    await desk.shows('Pain de campagne');
    await desk.press('Imprimer la liste');
    await until(() => desk.hub.printed.length, 'the dialog');
    expect(normal(desk.all('.paper')[0]!.textContent)).to.include('11 h : 2 · 11 h 30 : 2');
  });

  it('shows nothing of it on the screen', async () => {
    const desk = await open();
    await desk.press('Ticket, Commande K7M2');
    await until(() => desk.hub.printed.length, 'the dialog');
    expect(getComputedStyle(desk.all('.paper')[0]!).visibility).to.equal('hidden');
    await expect(desk.element).to.be.accessible();
  });
});
