import {expect} from '@open-wc/testing';
import {hear, hub, newPage, open, put, storage, tellPage, until, warnings} from './harness.js';
import {storageEvent} from './world.js';

const BASKET = 'local-widgets:basket:https://hub.example|fournil';

describe('<local-collect-button>', () => {
  it('is accessible', async () => {
    const button = put();
    await button.settled();
    await expect(button.element).to.be.accessible();
  });

  it('asks nobody and stores nothing before a click', async () => {
    const button = put({attributes: {product: 'pain-de-campagne'}});
    await button.settled();
    expect(button.faceText).to.equal('Ajouter au panier');
    expect(hub.seen).to.be.empty;
    expect(storage.names).to.be.empty;
  });

  it('says what the page wants it to say', async () => {
    const button = put({attributes: {label: 'Je réserve'}});
    await button.settled();
    expect(button.faceText).to.equal('Je réserve');
  });

  it('speaks English on an English page', async () => {
    const button = put({around: {lang: 'en'}});
    await until(() => button.root.querySelector('[part=button]'), 'a button');
    expect(button.faceText).to.equal('Order');
    button.face.click();
    await button.opened();
    await button.shows('What would you like?');
    expect(button.dialog?.lang).to.equal('en');
  });

  it('keeps nothing when one only looks', async () => {
    await open();
    expect(storage.names).to.be.empty;
  });

  it('puts its product into the basket, once, and tells the page', async () => {
    const button = put({attributes: {product: 'pain-de-campagne'}});
    const heard = hear(button, 'local-basket-change');
    await button.settled();
    button.face.click();
    await button.opened();
    expect(button.products).to.deep.equal(['Pain de campagne']);
    expect(button.sum).to.equal('1 article 4,20 €');
    await button.press('Fermer');
    button.face.click();
    await button.opened();
    expect(button.sum).to.equal('1 article 4,20 €');
    const lines = [{product: 'pain-de-campagne', quantity: 1}];
    expect(heard).to.deep.equal([{hub: hub.url, shop: 'fournil', lines, count: 1}]);
    expect(button.faceText).to.equal('Ajouter au panier1, 1 au panier');
  });

  it('shares its basket with the other buttons of the shop, and with no other shop', async () => {
    const other = put();
    const elsewhere = put({attributes: {shop: 'ferme'}});
    const button = await open({attributes: {product: 'pain-de-campagne'}});
    await button.press('Ajouter : Pain de campagne');
    await other.settled();
    expect(other.faceText).to.equal('Commander2, 2 articles au panier');
    expect(elsewhere.faceText).to.equal('Commander');
  });

  it('has its basket on the next page, until it is emptied', async () => {
    await open({attributes: {product: 'petit-pain'}});
    expect(storage.names).to.deep.equal([BASKET]);
    newPage();
    const button = await open();
    expect(button.faceText).to.contain('1 article au panier');
    await button.press('Vider le panier');
    expect(button.text).to.contain('Votre panier est vide.');
    expect(storage.names).to.be.empty;
  });

  it('follows another tab', async () => {
    const button = put();
    await button.settled();
    const value = [{product: 'petit-pain', quantity: 3}];
    storage.setItem(BASKET, JSON.stringify({version: 1, at: Date.UTC(2026, 10, 24), value}));
    tellPage(storageEvent(BASKET));
    await button.settled();
    expect(button.faceText).to.contain('3 articles au panier');
  });

  it('answers the card of a shops map for its shop', async () => {
    const general = put({attributes: {shop: null}});
    const button = put({attributes: {product: 'petit-pain'}});
    await button.settled();
    const detail = {action: 'order', id: 'fournil', place: {name: 'Le Fournil'}};
    document.body.dispatchEvent(new CustomEvent('local-shop-action', {detail, bubbles: true}));
    await button.opened();
    expect(button.products.length).to.equal(4);
    expect(button.text).to.contain('Votre panier est vide.');
    expect(general.dialog).to.equal(null);
    expect(storage.names).to.be.empty;
  });

  it('answers for every shop where it names none, and shows no button of its own', async () => {
    const button = put({attributes: {shop: null}, children: '<a href="#x">Nos commerces</a>'});
    await button.settled();
    expect(button.root.querySelector('[part=button]')).to.equal(null);
    const detail = {action: 'order', id: 'fournil', place: {name: 'Le Fournil'}};
    document.body.dispatchEvent(new CustomEvent('local-shop-action', {detail, bubbles: true}));
    await button.opened();
    expect(button.title).to.equal('Que désirez-vous ?');
    expect(button.text).to.contain('Le Fournil du Perche');
  });

  it('leaves other wishes and other shops alone', async () => {
    const button = put();
    await button.settled();
    for (const detail of [
      {action: 'chat', id: 'fournil'},
      {action: 'order', id: 'ferme'},
      {action: 'order', id: 3},
      null,
    ]) {
      document.body.dispatchEvent(new CustomEvent('local-shop-action', {detail, bubbles: true}));
    }
    await button.settled();
    expect(button.dialog).to.equal(null);
  });

  it('stops listening when it leaves the page, and works again when it comes back', async () => {
    const button = put();
    await button.settled();
    button.element.remove();
    const detail = {action: 'order', id: 'fournil'};
    document.body.dispatchEvent(new CustomEvent('local-shop-action', {detail, bubbles: true}));
    expect(hub.seen).to.be.empty;
    button.box.append(button.element);
    await button.settled();
    button.face.click();
    await button.opened();
    expect(button.products.length).to.equal(4);
  });

  it('says in the console that an address cannot be one', async () => {
    const button = put({attributes: {hub: 'javascript:alert(1)'}});
    await button.settled();
    expect(warnings.join()).to.contain('is not an http or https address');
  });
});
