import {expect} from '@open-wc/testing';
import {executeServerCommand, sendKeys, setViewport} from '@web/test-runner-commands';
import {hub, open, openAtReview, ORDER, put, until, type CollectHarness} from './harness.js';

/** WCAG 2.2, 2.5.8: the least size of a target that is not a word in a sentence. */
const LEAST_TARGET = 24;

function tooSmall(button: CollectHarness): string[] {
  return button
    .all('button, select, input, textarea, summary, a[href].button')
    .filter(target => target.getClientRects().length > 0)
    .flatMap(target => {
      const area = target.closest('label') ?? target;
      const {width, height} = area.getBoundingClientRect();
      const isSmall = Math.min(width, height) < LEAST_TARGET;
      return isSmall ? [`${target.textContent}: ${width} × ${height}`] : [];
    });
}

/** Parts of the dialog that reach out of it sideways. */
function overflowing(button: CollectHarness): string[] {
  const {right} = button.dialog!.getBoundingClientRect();
  return button
    .all('dialog :not(.visually-hidden)')
    .filter(each => each.getBoundingClientRect().right > right + 1)
    .map(each => each.outerHTML.slice(0, 80));
}

async function holds(button: CollectHarness): Promise<void> {
  await expect(button.element).to.be.accessible();
  expect(tooSmall(button)).to.be.empty;
  expect(overflowing(button)).to.be.empty;
}

describe('the accessibility of the dialog', () => {
  afterEach(async () => {
    await setViewport({width: 800, height: 600});
  });

  for (const [width, height] of [
    [320, 480],
    [1000, 800],
  ] as const) {
    for (const scheme of ['light', 'dark'] as const) {
      it(`holds at every step, ${width} pixels wide, ${scheme}`, async function () {
        this.timeout(40_000);
        await setViewport({width, height});
        const button = await open({scheme});
        await button.press('Ajouter : Pain de campagne');
        for (const details of button.all<HTMLDetailsElement>('details')) details.open = true;
        await holds(button);
        await button.press('Choisir le retrait');
        await button.shows('au plus tôt');
        await button.press('Voir les autres jours');
        await holds(button);
        await button.press('Continuer');
        await button.press('Vérifier');
        await holds(button);
        await button.type('Prénom ou nom', 'Claire');
        await button.type('Téléphone', '06 12 34 56 78');
        await button.press('Vérifier');
        await button.press(ORDER);
        await holds(button);
        await button.choose('J’ai lu');
        hub.next.push('unsent');
        await button.press(ORDER);
        await button.shows('Pas encore envoyée.');
        await holds(button);
        await button.press('Envoyer maintenant');
        await button.shows('Votre code');
        await holds(button);
      });
    }
  }

  it('holds for an order by phone or e-mail', async () => {
    await setViewport({width: 320, height: 480});
    hub.isDown = true;
    const button = await open({
      attributes: {product: 'petit-pain', phone: '02 33 00 00 01', email: 'a@b.example'},
    });
    await button.shows('Votre liste');
    await holds(button);
  });

  it('has a name, a language, and one heading that gets the keyboard', async () => {
    const button = await open();
    const names = button.dialog!.getAttribute('aria-labelledby')!.split(' ');
    const name = names.map(id => button.root.getElementById(id)?.textContent).join(' ');
    expect(name).to.equal('Le Fournil du Perche Que désirez-vous\u202f?');
    expect(button.focused).to.equal('Que désirez-vous ?');
    await button.press('Ajouter : Petit pain aux noix');
    await button.press('Choisir le retrait');
    await button.titled('Quand et comment ?');
    expect(button.focused).to.equal('Quand et comment ?');
  });

  it('groups slots by day, and announces sums, errors and refusals', async () => {
    const button = await open({attributes: {product: 'petit-pain'}});
    expect(button.one('.sum').getAttribute('role')).to.equal('status');
    await button.press('Choisir le retrait');
    await button.shows('au plus tôt');
    const legends = button.all('.slots legend').map(legend => legend.textContent.trim());
    expect(legends[0]).to.equal('aujourd’hui, mardi 24 novembre');
    expect(button.all('dialog [role=alert]').length).to.equal(1);
  });

  it('works in forced colours, with what is chosen in sight', async function () {
    const features = {'forced-colors': 'active'};
    const done = await executeServerCommand('emulate-media-features', features);
    if (done !== 'done') this.skip();
    try {
      const button = await open({attributes: {product: 'petit-pain'}});
      await button.press('Choisir le retrait');
      await button.shows('au plus tôt');
      const [first, second] = button.all('.chip > span').map(each => getComputedStyle(each));
      expect(first!.backgroundColor).not.to.equal(second!.backgroundColor);
    } finally {
      await executeServerCommand('emulate-media-features', {'forced-colors': 'none'});
    }
  });
});

describe('the dialog by keyboard alone', () => {
  /** More stops than the dialog has. */
  const MOST_STOPS = 60;

  async function tabUntil(isThere: () => boolean, what: string): Promise<void> {
    for (let stops = 0; stops < MOST_STOPS; stops++) {
      if (isThere()) return;
      await sendKeys({press: 'Tab'});
    }
    throw new Error(`Tab never reaches ${what}.`);
  }

  const tabTo = (button: CollectHarness, name: string): Promise<void> =>
    tabUntil(() => button.focused === name, name);

  it('orders', async function () {
    this.timeout(60_000);
    const button = put({attributes: {product: 'pain-de-campagne'}});
    await button.settled();
    button.face.focus();
    await sendKeys({press: 'Enter'});
    await button.opened();
    await tabTo(button, 'Ajouter : Pain de campagne');
    await sendKeys({press: ' '});
    await until(() => button.sum.startsWith('2 articles'), 'two');
    await tabTo(button, 'Choisir le retrait');
    await sendKeys({press: 'Enter'});
    await button.shows('au plus tôt');
    const isAtSlots = (): boolean => button.root.activeElement?.matches('[name=slot]') ?? false;
    await tabUntil(isAtSlots, 'the slots');
    await sendKeys({press: 'ArrowRight'});
    await until(() => button.slot?.startsWith('11 h'), 'the second slot');
    await tabTo(button, 'Continuer');
    await sendKeys({press: 'Enter'});
    await button.titled('Vos coordonnées');
    await tabTo(button, 'Prénom ou nom');
    await sendKeys({type: 'Claire'});
    await tabTo(button, 'Téléphone');
    await sendKeys({type: '0612345678'});
    await sendKeys({press: 'Enter'});
    await button.titled('Tout est juste ?');
    await tabTo(button, 'J’ai lu et j’accepte les conditions générales de vente.');
    await sendKeys({press: ' '});
    await tabTo(button, ORDER);
    await sendKeys({press: 'Enter'});
    await button.titled('Commande reçue');
    expect(hub.orders.size).to.equal(1);
  });

  it('closes with Escape, keeps the basket and gives the keyboard back', async () => {
    const button = put({attributes: {product: 'pain-de-campagne'}});
    await button.settled();
    button.face.focus();
    await sendKeys({press: 'Enter'});
    await button.opened();
    await sendKeys({press: 'Escape'});
    await until(() => !button.dialog, 'no dialog');
    expect(button.root.activeElement).to.equal(button.face);
    expect(button.faceText).to.contain('1 au panier');
  });

  it('does not leave the catalogue when one presses Enter in its search', async () => {
    const {products} = hub;
    hub.products = Array.from({length: 15}, (_, n) => ({...products[0]!, id: `p${n}`}));
    const button = await open();
    await button.press(`Ajouter : Pain de campagne`);
    button.field('Chercher').focus();
    await sendKeys({press: 'Enter'});
    await button.settled();
    expect(button.title).to.equal('Que désirez-vous ?');
  });

  it('gives back what was typed after Escape', async () => {
    const button = await openAtReview();
    await sendKeys({press: 'Escape'});
    await until(() => !button.dialog, 'no dialog');
    button.face.click();
    await button.opened();
    await button.titled('Tout est juste ?');
    expect(button.text).to.contain('Claire');
  });
});
