import {expect} from '@open-wc/testing';
import {formatMoment} from '@local-widgets/core';
import {problem} from './fake-hub.js';
import {
  clock,
  hear,
  hub,
  newPage,
  open,
  openAtReview,
  ORDER,
  put,
  sleeps,
  storage,
  tellPage,
  until,
} from './harness.js';
import {bakery, bread, products, slots, slotsAt} from './shop.js';

describe('the dialog', () => {
  it('goes from the basket to the code', async () => {
    const button = await open();
    const heard = hear(button, 'local-order-placed');
    await button.press('Ajouter : Pain de campagne');
    await button.press('Ajouter : Petit pain aux noix');
    await button.press('Ajouter : Petit pain aux noix');
    expect(button.sum).to.equal('3 articles 6,80 €');
    await button.shows('Prochain retrait : aujourd’hui, mardi 24 novembre, 10 h 30 – 11 h');

    await button.press('Choisir le retrait');
    await button.titled('Quand et comment ?');
    await button.shows('au plus tôt');
    expect(button.slot).to.equal('10 h 30 – 11 h au plus tôt');
    await button.choose('8 h 30');
    await button.press('Continuer');

    await button.type('Prénom ou nom', 'Claire');
    await button.type('E-mail', 'claire@exemple.fr');
    await button.choose('Carte bancaire');
    await button.type('Message au commerce', 'Bien cuit');
    await button.press('Vérifier');

    for (const words of [
      'Pain de campagne 4,20 € 1 4,20 €',
      'Petit pain aux noix 1,30 € 2 2,60 €',
      'Total TTC 6,80 €',
      'demain, mercredi 25 novembre, 8 h 30 – 9 h',
      '3 Grande Rue, 61400 Mortagne-au-Perche',
      'Claire, claire@exemple.fr',
      'Au retrait : Carte bancaire',
      'SARL Le Fournil, SIRET 12345678901234',
      'Pas de droit de rétractation pour : Pain de campagne, Petit pain aux noix',
    ]) {
      expect(button.text).to.contain(words);
    }
    await button.choose('J’ai lu');
    await button.press(ORDER);
    await button.titled('Commande reçue');
    await button.shows('K7P2');
    expect(button.focused).to.equal('Commande reçue');

    const [sent] = hub.asked('POST', '/api/shops/fournil/orders');
    expect(sent!.headers.get('idempotency-key')).to.match(/^[0-9a-f-]{36}$/);
    expect(sent!.body).to.deep.equal({
      mode: 'collect',
      slot: {startsAt: '2026-11-25T07:30:00.000Z'},
      lines: [
        {product: 'pain-de-campagne', quantity: 1},
        {product: 'petit-pain', quantity: 2},
      ],
      expectedTotal: 680,
      contact: {name: 'Claire', email: 'claire@exemple.fr'},
      payment: 'card',
      contract: 'order',
      acceptsTerms: true,
      note: 'Bien cuit',
      language: 'fr',
    });
    expect(heard).to.deep.equal([
      {hub: hub.url, shop: 'fournil', contract: 'order', mode: 'collect', total: 680, count: 3},
    ]);
    expect(button.element.shadowRoot!.querySelector('.qr')!.getAttribute('aria-label')).to.equal(
      'QR code vers le suivi de la commande K7P2',
    );
    expect(button.link('Suivre').href).to.contain('https://hub.example/o/');
    expect(button.link('Ajouter à l’agenda').href).to.contain('/calendar.ics');
    expect(button.link('Appeler').href).to.equal('tel:0233000001');
    expect(storage.names).to.deep.equal(['local-widgets:order:https://hub.example|fournil']);
    expect(storage.getItem(storage.names[0]!)).not.to.match(/Claire|claire@/);
  });

  it('asks for what is missing, by the field, and keeps what was typed', async () => {
    const button = await open({attributes: {product: 'petit-pain'}});
    await button.press('Choisir le retrait');
    await button.shows('au plus tôt');
    await button.press('Continuer');
    await button.press('Vérifier');
    expect(button.errorOf('Prénom ou nom')).to.contain('Indiquez un prénom');
    expect(button.errorOf('E-mail')).to.contain('Indiquez un e-mail ou un téléphone');
    expect(button.root.activeElement).to.equal(button.field('Prénom ou nom'));
    await button.type('Prénom ou nom', 'Claire');
    await button.type('E-mail', 'claire@');
    expect(button.errorOf('Prénom ou nom')).to.equal('');
    await button.press('Vérifier');
    expect(button.errorOf('E-mail')).to.contain('Exemple : claire@exemple.fr');
    await button.press('Retour');
    await button.press('Continuer');
    expect(button.field('Prénom ou nom').value).to.equal('Claire');
    expect(button.field('E-mail').getAttribute('autocomplete')).to.equal('email');
  });

  it('does not order without the terms, which nobody ticked beforehand', async () => {
    const button = await openAtReview();
    expect(button.field('J’ai lu').checked).to.equal(false);
    await button.press(ORDER);
    expect(button.errorOf('J’ai lu')).to.contain('Cochez la case');
    expect(hub.asked('POST', '/')).to.be.empty;
    expect(button.link('Lire les conditions').href).to.equal('https://fournil.example/cgv');
  });

  it('reserves without terms where the contract is a reservation', async () => {
    const shop = {...bakery, contract: 'reservation' as const};
    delete shop.legal;
    hub.shop = shop;
    const button = await openAtReview();
    expect(button.text).to.contain('Une réservation n’engage à rien');
    await button.press('Réserver');
    await button.titled('Réservation reçue');
  });

  it('tells what is in a product, what it costs by the kilo, and what is left', async () => {
    const button = await open();
    const [row] = button.all('.product');
    row!.querySelector('details')!.open = true;
    expect(button.text).to.contain('4,20 € 5,25 € le kg');
    expect(button.text).to.contain('Allergènes : gluten');
    expect(button.text).to.contain('Plus que 4');
    expect(button.text).to.contain('Seulement vendredi, samedi');
    expect(button.text).to.contain('Épuisé');
    expect(button.findButton('Ajouter : Infusion du jardin')).to.equal(undefined);
  });

  it('stops at what there is and keeps the keyboard where it was', async () => {
    const button = await open();
    button.button('Ajouter : Tarte aux pommes').focus();
    await button.press('Ajouter : Tarte aux pommes');
    expect(button.focused).to.equal('Ajouter : Tarte aux pommes');
    await button.press('Ajouter : Tarte aux pommes');
    await button.press('Ajouter : Tarte aux pommes');
    expect(button.sum).to.equal('2 articles 29,00 €');
    expect(button.text).to.contain('2 par commande');
    await button.press('Retirer : Tarte aux pommes');
    await button.press('Enlever du panier : Tarte aux pommes');
    expect(button.focused).to.equal('Ajouter : Tarte aux pommes');
  });

  it('searches a long catalogue', async () => {
    hub.products = Array.from({length: 40}, (_, n) => ({
      ...bread,
      id: `p${n}`,
      name: `Crème n° ${n}`,
    }));
    const button = await open();
    await button.type('Chercher', 'creme 17');
    expect(button.products).to.deep.equal(['Crème n° 17']);
    await button.type('Chercher', 'xylophone');
    expect(button.text).to.contain('Aucun produit ne porte ce nom.');
  });

  it('tells whose clock the times are of when it is not the visitor’s', async () => {
    hub.shop = {...bakery, timeZone: 'Pacific/Noumea'};
    const button = await open({attributes: {product: 'petit-pain'}});
    await button.press('Choisir le retrait');
    await button.shows('Les heures sont celles du commerce');
    expect(button.text).to.contain('Nouvelle-Calédonie');
    expect(button.slots[0]).to.contain('20 h 30 – 21 h');
  });

  it('says why there is no slot, with a way back', async () => {
    hub.reason = 'not-together';
    const button = await open({attributes: {product: 'petit-pain'}});
    await button.press('Choisir le retrait');
    await button.shows('pas disponibles le même jour');
    await button.press('Continuer');
    expect(button.title).to.equal('Quand et comment ?');
    await button.press('Retour');
    expect(button.title).to.equal('Que désirez-vous ?');
  });

  it('has the shop’s own word about a photo’s address, and no other', async () => {
    const evil = {url: 'javascript:alert(1)', alt: ''};
    hub.products = [{...bread, image: evil, name: '<img src=x onerror=alert(1)>'}];
    const button = await open();
    expect(button.root.querySelector('img')).to.equal(null);
    expect(button.products).to.deep.equal(['<img src=x onerror=alert(1)>']);
  });
});

describe('what the hub refuses', () => {
  const order = async (button: Awaited<ReturnType<typeof openAtReview>>): Promise<void> => {
    await button.choose('J’ai lu');
    await button.press(ORDER);
  };

  it('leads to another slot, with everything else as it was', async () => {
    const button = await openAtReview();
    hub.next.push(problem(409, 'slot-full', {slots: slotsAt('2026-11-25T07:00:00Z')}));
    await order(button);
    await button.titled('Quand et comment ?');
    expect(button.alert).to.contain('Ce créneau vient d’être complet');
    expect(button.slots).to.deep.equal(['8 h – 8 h 30 au plus tôt']);
    expect(button.slot).to.equal(undefined);
    await button.press('Continuer');
    expect(button.text).to.contain('Choisissez un créneau.');
    await button.choose('8 h');
    await button.press('Continuer');
    expect(button.field('Prénom ou nom').value).to.equal('Claire');
    await button.press('Vérifier');
    await button.press(ORDER);
    await button.titled('Commande reçue');
    const keys = hub
      .asked('POST', '/api/shops/fournil/orders')
      .map(({headers}) => headers.get('idempotency-key'));
    expect(new Set(keys).size).to.equal(2);
  });

  it('shows the new price before one confirms it', async () => {
    const button = await openAtReview();
    hub.products = [{...bread, price: 450}];
    hub.next.push(problem(409, 'price-changed', {total: 450}));
    await order(button);
    await button.shows('le total est de 4,50 € au lieu de 4,20 €');
    await button.shows('Total TTC 4,50 €');
    expect(button.title).to.equal('Tout est juste ?');
    await button.press(ORDER);
    await button.titled('Commande reçue');
    const [, second] = hub.asked('POST', '/api/shops/fournil/orders');
    expect((second!.body as {expectedTotal: number}).expectedTotal).to.equal(450);
  });

  it('keeps what is left of a product', async () => {
    const button = await openAtReview();
    await button.press('Modifier : Votre panier');
    await button.press('Ajouter : Pain de campagne');
    await button.press('Choisir le retrait');
    await button.shows('au plus tôt');
    await button.press('Continuer');
    await button.press('Vérifier');
    hub.products = [{...bread, stock: 1}];
    hub.next.push(problem(409, 'out-of-stock', {stock: {'pain-de-campagne': 1}}));
    await order(button);
    await button.shows('Il n’y en a plus assez : Pain de campagne.');
    await button.shows('Garder ce qui reste');
    await button.press('Garder ce qui reste');
    expect(button.sum).to.equal('1 article 4,20 €');
  });

  it('lets go of a product that is gone', async () => {
    const button = await openAtReview();
    hub.products = products.filter(({id}) => id !== bread.id);
    hub.next.push(problem(409, 'product-gone'));
    await order(button);
    await button.shows('N’est plus proposé');
    await button.press('Enlever du panier : pain-de-campagne');
    expect(button.text).to.contain('Votre panier est vide.');
  });

  it('leads to the telephone when the shop pauses', async () => {
    const button = await openAtReview();
    hub.next.push(problem(409, 'paused'));
    await order(button);
    await button.shows('Le commerce a mis les commandes en pause.');
    await button.shows('Appeler le 02 33 00 00 01');
    await button.shows('1 × Pain de campagne');
  });

  it('stands by the field that the hub names', async () => {
    const button = await openAtReview();
    const fields = [{pointer: '/contact/telephone', message: 'Ce numéro n’existe pas.'}];
    hub.next.push(problem(400, 'invalid', {fields}));
    await order(button);
    await button.titled('Vos coordonnées');
    expect(button.errorOf('Téléphone')).to.equal('Ce numéro n’existe pas.');
  });
});

describe('what the hub told before the network went', () => {
  it('stays, with its age, and is exchanged once the network is back', async () => {
    const button = await open();
    const when = formatMoment(clock.now(), 'fr').replace(/\s/g, ' ');
    await button.press('Fermer');
    clock.set(new Date(clock.now().getTime() + 3_600_000));
    hub.isDown = true;
    button.face.click();
    await button.shows(
      `La mise à jour a échoué ; voici les produits et les prix reçus le ${when}.`,
    );
    expect(button.products).not.to.be.empty;
    const asked = hub.seen.length;
    hub.isDown = false;
    tellPage(new Event('online'));
    await until(() => !button.text.includes('a échoué'), 'it has the newer one');
    expect(hub.asked('GET', '/api/shops/fournil/catalogue').length).to.equal(3);
    tellPage(new Event('online'));
    await button.settled();
    expect(hub.seen.length - asked, 'no more than was missing').to.be.below(5);
  });

  it('are slots that come by themselves, with what was typed still there', async () => {
    const button = await open();
    await button.press('Ajouter : Pain de campagne');
    hub.isDown = true;
    clock.set(new Date(clock.now().getTime() + 120_000));
    await button.press('Choisir le retrait');
    await button.shows('Les créneaux n’ont pas pu être chargés.');
    hub.isDown = false;
    tellPage(new Event('online'));
    await until(() => button.slots.length > 0, 'there are slots');
    expect(button.sum).to.contain('1 article');
  });
});

describe('an order on a bad network', () => {
  it('is said not to be sent yet, until the hub has it', async () => {
    const button = await openAtReview();
    await button.choose('J’ai lu');
    hub.next.push('unsent', 'lost');
    await button.press(ORDER);
    await button.shows('Pas encore envoyée.');
    expect(button.text).to.contain(
      'Elle peut partir jusqu’à aujourd’hui, mardi 24 novembre, 9 h 30',
    );
    await button.press('Fermer');
    expect(button.note).to.contain('pas encore envoyée');
    sleeps.wake();
    await until(() => hub.orders.size === 1 && sleeps.isAsleep, 'a second attempt');
    expect(button.note).to.contain('pas encore envoyée');
    sleeps.wake();
    await until(() => button.note.includes('Commande K7P2 bien reçue.'), 'an answer');
    expect(hub.orders.size).to.equal(1);
    await button.press('La voir');
    await button.shows('K7P2');
  });

  it('is sent on the next page, with the same key', async () => {
    const button = await openAtReview();
    await button.choose('J’ai lu');
    hub.next.push('lost', 'unsent');
    await button.press(ORDER);
    await button.shows('Pas encore envoyée.');
    newPage();
    const again = put();
    await again.settled();
    await until(() => again.note.includes('pas encore envoyée'), 'a note');
    await until(() => sleeps.isAsleep && hub.next.length === 0, 'an attempt');
    sleeps.wake();
    await until(() => again.note.includes('K7P2'), 'an answer');
    expect(hub.orders.size).to.equal(1);
    expect(hub.asked('POST', '/api/shops/fournil/orders').length).to.equal(3);
  });

  it('is told of when it was refused while nobody looked', async () => {
    const button = await openAtReview();
    await button.choose('J’ai lu');
    hub.next.push('unsent', problem(409, 'slot-full', {slots: [...slots]}));
    await button.press(ORDER);
    await button.shows('Pas encore envoyée.');
    await button.press('Fermer');
    sleeps.wake();
    await until(() => button.note.includes('n’a pas été acceptée'), 'a note');
    await button.press('La voir');
    await button.shows('Ce créneau vient d’être complet');
  });

  it('stops at the limit of its slot, and offers another one', async () => {
    const button = await openAtReview();
    await button.choose('J’ai lu');
    hub.next.push('unsent');
    await button.press(ORDER);
    await button.shows('Pas encore envoyée.');
    clock.set('2026-11-24T08:31:00Z');
    sleeps.wake();
    await button.shows('L’heure limite de ce créneau est passée');
    expect(button.link('Appeler').href).to.equal('tel:0233000001');
    await button.press('Choisir un autre créneau');
    await button.shows('au plus tôt');
    expect(storage.getItem('local-widgets:order:https://hub.example|fournil')).to.equal(null);
    await button.press('Continuer');
    expect(button.field('Prénom ou nom').value).to.equal('Claire');
  });

  it('can be given up', async () => {
    const button = await openAtReview();
    await button.choose('J’ai lu');
    hub.next.push('unsent');
    await button.press(ORDER);
    await button.shows('Pas encore envoyée.');
    await button.press('Ne plus l’envoyer');
    await button.shows('La commande n’est plus envoyée.');
    expect(button.title).to.equal('Tout est juste ?');
    expect(hub.orders.size).to.equal(0);
  });

  it('is tried again by hand when the hub broke, and is not doubled', async () => {
    const button = await openAtReview();
    await button.choose('J’ai lu');
    hub.next.push(problem(500, 'internal'));
    await button.press(ORDER);
    await button.shows('votre commande ne sera pas doublée');
    await button.press('Envoyer maintenant');
    await button.titled('Commande reçue');
    expect(hub.orders.size).to.equal(1);
  });
});
