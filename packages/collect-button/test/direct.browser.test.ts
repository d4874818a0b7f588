import {expect} from '@open-wc/testing';
import {hub, normal, open, put, storage, warnings, type CollectHarness} from './harness.js';

const contact = {phone: '02 33 00 00 01', email: 'bonjour@fournil.example'};

const list = `<script type="application/json">
  {"products": [{"id": "pain", "name": "Pain", "price": 420}, {"name": "Tarte", "price": "14,50"}]}
</script>`;

/** Subject and body of the letter that a click would open. */
function letter(button: CollectHarness): {to: string; subject: string; body: string} {
  const url = new URL(button.link('Envoyer par e-mail').href);
  const {searchParams, pathname} = url;
  return {
    to: pathname,
    subject: searchParams.get('subject') ?? '',
    body: normal(searchParams.get('body') ?? ''),
  };
}

describe('without a hub', () => {
  const attributes = {hub: null, shop: 'fournil', 'shop-name': 'Le Fournil', ...contact};

  it('makes a letter from the price list in the page', async () => {
    const button = await open({attributes, children: list});
    expect(button.products).to.deep.equal(['Pain', 'Tarte']);
    await button.press('Ajouter : Pain');
    await button.press('Ajouter : Tarte');
    expect(button.sum).to.equal('2 articles 18,70 €');
    await button.shows('Le Fournil');
    button.one('.foot .primary').click();
    await button.shows('Votre liste');
    await button.type('Votre nom', 'Claire');
    await button.type('Quand viendrez-vous', 'samedi matin');
    const {to, subject, body} = letter(button);
    expect(to).to.equal('bonjour@fournil.example');
    expect(subject).to.equal('Commande pour Le Fournil');
    expect(body).to.contain('- 1 × Pain (4,20 €) - 1 × Tarte (14,50 €) Total indicatif : 18,70 €');
    expect(body).to.contain('samedi matin');
    expect(button.link('Appeler').href).to.equal('tel:0233000001');
    expect(hub.seen).to.be.empty;
    await button.press('Retour');
    expect(button.products).to.deep.equal(['Pain', 'Tarte']);
  });

  it('reads microdata, also of the other buttons of the shop', async () => {
    const item = (name: string, price: string): string =>
      `<p itemscope itemtype="https://schema.org/Product"><b itemprop="name">${name}</b>
        <span itemprop="offers" itemscope itemtype="https://schema.org/Offer">
          <data itemprop="price" value="${price}">${price} €</data></span></p>`;
    put({attributes, children: item('Pain', '4.20')});
    const button = await open({attributes, children: item('Tarte', '14.50') + item('Flan', '')});
    expect(button.products).to.deep.equal(['Pain', 'Tarte']);
    expect(warnings.join()).to.contain('"Flan" has no price');
  });

  it('is a plain letter where there is no list', async () => {
    const button = await open({attributes});
    await button.shows('Ce que vous désirez');
    await button.type('Ce que vous désirez', 'Deux baguettes');
    expect(letter(button).body).to.contain('Deux baguettes');
    expect(storage.names).to.be.empty;
  });

  it('shows what the page wrote where nothing else is known', async () => {
    const button = await open({
      attributes: {hub: null, shop: 'fournil'},
      children: '<a href="/contact">Nous écrire</a>',
    });
    await button.shows('ni téléphone ni e-mail');
    const link = button.element.querySelector('a')!;
    expect(link.getClientRects().length).to.equal(1);
  });

  it('lets no address smuggle headers into the letter', async () => {
    const email = 'a@b.example?bcc=c@d.example';
    const button = await open({attributes: {...attributes, email}, children: list});
    await button.press('Ajouter : Pain');
    button.one('.foot .primary').click();
    await button.shows('Votre liste');
    expect(button.all('a[href^=mailto]')).to.be.empty;
  });
});

describe('with a hub that does not answer', () => {
  it('is a letter with the telephone, and the order online as soon as the hub is back', async () => {
    hub.isDown = true;
    const button = await open({attributes: {product: 'petit-pain', ...contact}});
    await button.shows('La commande en ligne ne répond pas');
    await button.shows('1 × petit-pain');
    expect(button.link('Appeler').href).to.equal('tel:0233000001');
    hub.isDown = false;
    await button.press('Réessayer');
    await button.titled('Que désirez-vous ?');
    expect(button.sum).to.equal('1 article 1,30 €');
  });

  it('uses the price list in the page meanwhile', async () => {
    hub.isDown = true;
    const button = await open({attributes: {product: 'pain', ...contact}, children: list});
    await button.shows('1 × Pain (4,20 €)');
  });

  it('has what the map knows of the shop', async () => {
    hub.isDown = true;
    const button = put({attributes: {shop: null}});
    await button.settled();
    const place = {name: 'Ferme du Bois', telephone: '02 33 11 22 33'};
    const detail = {action: 'order', id: 'ferme', place};
    document.body.dispatchEvent(new CustomEvent('local-shop-action', {detail, bubbles: true}));
    await button.opened();
    await button.shows('Appeler le 02 33 11 22 33');
    expect(warnings.join()).to.contain('https://hub.example/api/shops/ferme');
    expect(button.text).to.contain('Ferme du Bois');
  });
});

describe('with a shop that takes no orders now', () => {
  it('shows its catalogue, and leads to the telephone', async () => {
    hub.shop = {...hub.shop, acceptsOrders: false, isPaused: true};
    const button = await open({attributes: {product: 'petit-pain'}});
    expect(hub.asked('GET', '/api/shops/fournil/slots')).to.be.empty;
    expect(button.text).to.contain('Le commerce a mis les commandes en pause.');
    expect(button.text).not.to.contain('Étape');
    button.one('.foot .primary').click();
    await button.shows('Votre liste');
    expect(letter(button).to).to.equal('bonjour@fournil.example');
  });
});
