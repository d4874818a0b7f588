import {expect} from '@open-wc/testing';
import type {PickupRules} from '@local-widgets/model/schemas.js';
import {FakeWooCommerce} from './back-ends/fake-woocommerce.js';
import {hub, newPage, open, openAtReview, ORDER, put, type CollectHarness} from './harness.js';
import {bakery} from './shop.js';

const [collect] = bakery.pickup;
const drive: PickupRules = {...collect!, mode: 'drive'};
const delivery: PickupRules = {
  ...collect!,
  mode: 'delivery',
  zones: [{name: 'Mortagne', postalCodes: ['61400'], fee: 300, minimum: 500}],
};

async function toPickup(button: CollectHarness, mode: string): Promise<void> {
  await button.press('Choisir le retrait');
  await button.choose(mode);
  await button.shows('au plus tôt');
}

async function tellWho(button: CollectHarness): Promise<void> {
  await button.press('Continuer');
  await button.type('Prénom ou nom', 'Claire');
  await button.type('Téléphone', '06 12 34 56 78');
  await button.press('Vérifier');
  await button.titled('Tout est juste ?');
}

async function order(button: CollectHarness): Promise<Record<string, unknown>> {
  await button.choose('J’ai lu');
  await button.press(ORDER);
  await button.titled('Commande reçue');
  return hub.asked('POST', '/api/shops/fournil/orders').at(-1)!.body as Record<string, unknown>;
}

describe('a drive', () => {
  it('brings the order to the car of who says to be there, also on a later page', async () => {
    hub.shop = {...bakery, pickup: [collect!, drive]};
    const button = await open({attributes: {product: 'petit-pain'}});
    await toPickup(button, 'Apporté à votre voiture');
    await button.type('Votre véhicule', 'Clio bleue');
    await tellWho(button);
    const {mode, vehicle} = await order(button);
    expect([mode, vehicle]).to.deep.equal(['drive', 'Clio bleue']);
    await button.shows('Le commerce l’a reçue et va la confirmer.');
    expect(button.findButton('Je suis arrivé(e)')).to.equal(undefined);
    for (const placed of hub.orders.values()) placed.order.state = 'accepted';
    newPage();
    const later = put();
    await later.settled();
    await later.press('La voir');
    await later.shows('Je suis arrivé(e)');
    await later.press('Je suis arrivé(e)');
    await later.shows('Le commerce sait que vous êtes là (10 h 31).');
  });
});

describe('a delivery', () => {
  const at = async (code: string, product = 'tarte-aux-pommes'): Promise<CollectHarness> => {
    hub.shop = {...bakery, pickup: [collect!, delivery]};
    const button = await open({attributes: {product}});
    await toPickup(button, 'Livraison');
    await button.type('Numéro et rue', '1 rue Haute');
    await button.type('Code postal', code);
    await button.type('Commune', 'Mortagne-au-Perche');
    return button;
  };

  it('has the fee of its zone', async () => {
    const button = await at('61400');
    expect(button.text).to.contain('Mortagne : livraison 3,00 €');
    expect(button.sum).to.equal('1 article 17,50 €');
    await tellWho(button);
    expect(button.text).to.contain('Livraison 3,00 €');
    expect(button.text).to.contain('1 rue Haute, 61400 Mortagne-au-Perche');
    const {address, expectedTotal} = await order(button);
    expect(expectedTotal).to.equal(1750);
    expect(address).to.deep.equal({
      streetAddress: '1 rue Haute',
      postalCode: '61400',
      addressLocality: 'Mortagne-au-Perche',
    });
  });

  it('does not go everywhere', async () => {
    const button = await at('75001');
    await button.press('Continuer');
    expect(button.errorOf('Code postal')).to.contain('ne livre pas à ce code postal');
  });

  it('needs a basket of some worth', async () => {
    const button = await at('61400', 'petit-pain');
    await button.press('Continuer');
    expect(button.errorOf('Code postal')).to.equal(
      'La livraison est possible à partir de 5,00 € : il manque 3,70 €.',
    );
  });
});

describe('a confirmation', () => {
  it('leads to the payment where it is paid online', async () => {
    hub.paymentUrl = 'https://pay.example/1';
    const button = await openAtReview();
    await order(button);
    await button.shows('Payer maintenant');
    expect(button.link('Payer maintenant').href).to.equal('https://pay.example/1');
  });

  it('follows no address that is none', async () => {
    hub.paymentUrl = 'javascript:alert(1)';
    const button = await openAtReview();
    await order(button);
    await button.shows('Suivre ou annuler');
    expect(button.all('a[href^=javascript]')).to.be.empty;
    expect(button.text).not.to.contain('Payer');
  });

  it('is there again until one orders something else', async () => {
    const button = await openAtReview();
    await order(button);
    await button.press('Fermer');
    expect(button.note).to.contain('Commande K7P2 bien reçue.');
    await button.press('La voir');
    await button.shows('Votre code');
    await button.press('Commander autre chose');
    await button.titled('Que désirez-vous ?');
    expect(button.note).to.equal('');
    expect(button.text).to.contain('Votre panier est vide.');
  });
});

describe('a WooCommerce shop in the dialog', () => {
  it('takes an order at one of its places', async () => {
    const woo = new FakeWooCommerce();
    const button = put({
      attributes: {
        ...{hub: woo.site, shop: null, product: '34', 'back-end': 'woocommerce'},
        ...{'shop-name': 'La Boutique', 'terms-url': 'https://boutique.example/cgv'},
      },
    });
    Object.assign(button.element.environment, {fetch: woo.fetch});
    await button.settled();
    button.face.click();
    await button.opened();
    await button.press('Choisir le retrait');
    await button.shows('L’atelier');
    await button.press('Continuer');
    await button.type('Prénom ou nom', 'Claire Martin');
    await button.press('Vérifier');
    expect(button.errorOf('E-mail')).to.contain('Indiquez un e-mail.');
    await button.type('E-mail', 'claire@exemple.fr');
    await button.type('Numéro et rue', '1 rue Haute');
    await button.type('Code postal', '61400');
    await button.type('Commune', 'Mortagne');
    await button.press('Vérifier');
    await button.titled('Tout est juste ?');
    expect(button.text).to.contain('L’atelier, 3 Grande Rue, 61400 Mortagne');
    woo.next.push('lost');
    await button.choose('J’ai lu');
    await button.press(ORDER);
    await button.shows('Pas encore envoyée.');
    await button.press('Envoyer maintenant');
    await button.shows('146');
    expect(woo.placed.length).to.equal(1);
  });
});
