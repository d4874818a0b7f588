import {expect} from '@open-wc/testing';
import {busyHub, normal, openTab, until} from './harness.js';
import {problem} from './fake-hub.js';
import {order} from './town.js';

describe('the tabs of <local-orders-desk>', () => {
  for (const name of ['Préparation', 'Créneaux', 'Catalogue', 'Boutique']) {
    it(`${name} is accessible, wide and narrow`, async () => {
      for (const width of [900, 320]) {
        const desk = await openTab(name, {width});
        await until(() => !desk.text.includes('Chargement'), 'what is in it');
        for (const fold of desk.all<HTMLDetailsElement>('details.fold')) fold.open = true;
        await desk.settled();
        await until(() => !desk.text.includes('Chargement'), 'the folds');
        await expect(desk.element).to.be.accessible();
        const {right} = desk.box.getBoundingClientRect();
        const over = desk
          .all('.panel *')
          .filter(each => each.getBoundingClientRect().right > right + 1)
          .filter(each => !each.closest('.visually-hidden, .words'));
        expect(over.map(each => each.outerHTML)).to.deep.equal([]);
        desk.element.remove();
      }
    });
  }

  it('say so when a part cannot be had from the hub, and try again', async () => {
    const hub = busyHub();
    const mend = hub.fail(/desk\/slots/, 'network');
    const desk = await openTab('Créneaux', {hub});
    await desk.shows('Le serveur ne répond pas.');
    mend();
    await desk.press('Réessayer');
    await desk.shows('Commandes : 3 sur 6');
  });

  describe('Préparation', () => {
    it('adds up each product, with how many for which slot', async () => {
      const desk = await openTab('Préparation');
      await desk.shows('Pain de campagne');
      const [bread] = desk.all('.preparation > li');
      expect(normal(bread!.innerText)).to.equal('4 Pain de campagne 11 h : 2 11 h 30 : 2');
    });

    it('keeps ticks until more is ordered', async () => {
      const desk = await openTab('Préparation');
      await desk.shows('Pain de campagne');
      desk.all<HTMLInputElement>('.preparation input')[0]!.click();
      await desk.shows('1 sur 2 produits prêts');
      desk.hub.push(order({code: 'N3WW'}));
      await desk.shows('0 sur 2 produits prêts');
      expect(desk.text).to.include('2 de plus depuis la coche');
      await expect(desk.element).to.be.accessible();
    });

    it('shows another day', async () => {
      const desk = await openTab('Préparation');
      await desk.press('Jour suivant');
      await desk.shows('Demain, lundi 23 novembre');
      await until(() => desk.all('.preparation .quantity')[0]?.textContent === '2', 'its list');
      expect(desk.hub.callsTo(/preparation/).at(-1)!.path).to.include('day=2026-11-23');
    });
  });

  it('Créneaux tells in words how full each slot is, today and after', async () => {
    const desk = await openTab('Créneaux');
    await desk.shows('Commandes : 6 sur 6 complet');
    expect(desk.text).to.include('Demain, lundi 23 novembre').and.to.include('Mardi 24 novembre');
    expect(desk.text).to.include('Aucun créneau ce jour-là.');
  });

  describe('Catalogue', () => {
    it('changes price, stock and what is on offer at once', async () => {
      const desk = await openTab('Catalogue');
      await desk.shows('Pain de campagne');
      await desk.type('Prix de Pain de campagne en euros', '3,40');
      await desk.type('Stock de Tarte aux pommes. Vide : le stock n’est pas compté.', '');
      await desk.press('Masquer Pain de campagne');
      const changes = desk.hub.callsTo(/PATCH/).map(({body}) => body);
      expect(changes).to.deep.equal([{price: 340}, {stock: null}, {isHidden: true}]);
      expect(desk.notice).to.equal('Pain de campagne n’est plus proposé.');
    });

    it('says by the field what is no price, and sends nothing', async () => {
      const desk = await openTab('Catalogue');
      await desk.shows('Pain de campagne');
      await desk.type('Prix de Pain de campagne en euros', 'gratuit');
      expect(desk.errorOf('Prix de Pain de campagne en euros')).to.include('Écrivez un prix');
      expect(desk.hub.callsTo(/PATCH/)).to.deep.equal([]);
      await expect(desk.element).to.be.accessible();
    });

    it('takes a change back that failed, and sends it again when asked', async () => {
      const desk = await openTab('Catalogue');
      await desk.shows('Pain de campagne');
      const mend = desk.hub.fail(/PATCH/, 'unavailable', 503);
      await desk.press('Masquer Pain de campagne');
      await until(() => desk.findButton('Masquer Pain de campagne'), 'as it was');
      expect(desk.text).to.include('Refus : unavailable');
      mend();
      await desk.press('Réessayer');
      await until(() => desk.findButton('Proposer Pain de campagne'), 'the change');
    });

    it('adds a product, and says what is wrong by the field', async () => {
      const desk = await openTab('Catalogue');
      await desk.shows('Pain de campagne');
      await desk.press('Ajouter un produit');
      await expect(desk.element).to.be.accessible();
      await desk.press('Enregistrer');
      expect(desk.errorOf('Nom')).to.equal('Écrivez un nom.');
      await desk.hasKeyboard('Nom');
      await desk.type('Nom', 'Brioche');
      await desk.type('Prix TTC (€)', '5');
      await desk.press('Enregistrer');
      await desk.shows('4 produits');
      expect(desk.hub.callsTo(/PUT/).at(-1)!.body).to.deep.equal({
        id: 'brioche',
        name: 'Brioche',
        price: 500,
        vatRate: 550,
        isFood: true,
        allergens: [],
        withdrawalException: 'none',
      });
    });

    it('keeps the form when the hub refuses, with its sentence by the field', async () => {
      const hub = busyHub();
      hub.rule(({method}) =>
        method === 'PUT'
          ? problem(400, 'invalid', {
              fields: [{pointer: '/content/quantity', message: 'Trop grand.'}],
            })
          : undefined,
      );
      const desk = await openTab('Catalogue', {hub});
      await desk.shows('Pain de campagne');
      await desk.press('Modifier Pain de campagne');
      await desk.type('Description', 'Au levain');
      await desk.press('Enregistrer');
      await desk.shows('Refus : invalid');
      expect(desk.errorOf('Quantité')).to.equal('Trop grand.');
      expect(desk.field('Description').value).to.equal('Au levain');
      expect(hub.callsTo(/PUT/)[0]!.path).to.include('products/pain?stock-seen=24');
    });

    it('asks before it deletes', async () => {
      const desk = await openTab('Catalogue');
      await desk.shows('Pain de campagne');
      await desk.press('Modifier Pain de campagne');
      await desk.press('Supprimer');
      expect(desk.hub.callsTo(/DELETE/)).to.deep.equal([]);
      await desk.press('Oui, supprimer');
      await desk.shows('2 produits');
      expect(desk.notice).to.equal('Pain de campagne est supprimé.');
    });

    it('tries an import before it changes anything', async () => {
      const desk = await openTab('Catalogue');
      await desk.shows('Pain de campagne');
      await desk.press('Importer…');
      await desk.press('Essayer');
      expect(desk.text).to.include('Choisissez un fichier CSV ou JSON.');
      const files = new DataTransfer();
      files.items.add(new File(['nom;prix\nBrioche;5'], 'catalogue.csv'));
      const field = desk.field('Fichier');
      field.files = files.files;
      field.dispatchEvent(new Event('change', {bubbles: true}));
      await desk.press('Essayer');
      await desk.shows('2 ajoutés 1 modifié 0 retiré 1 ligne refusée');
      expect(desk.text).to.include('Ligne 4, prix : Le prix « gratuit » n’est pas un montant.');
      await expect(desk.element).to.be.accessible();
      await desk.press('Importer');
      await until(() => desk.notice === 'Catalogue importé.', 'the import');
      const calls = desk.hub.callsTo(/PUT/);
      expect(calls.map(({path}) => path.split('/').at(-1))).to.deep.equal([
        'catalogue?dry-run=1',
        'catalogue',
      ]);
      expect(calls[1]!.headers['content-type']).to.equal('text/csv');
    });

    it('leaves prices and the rest to the merchant', async () => {
      const hub = busyHub();
      hub.session = {
        ...hub.session!,
        memberships: [{shop: 'fournil', name: 'Le Fournil', role: 'clerk'}],
      };
      const desk = await openTab('Catalogue', {hub});
      await desk.shows('Pain de campagne');
      expect(desk.findButton('Ajouter un produit')).to.equal(undefined);
      expect(desk.findButton('Modifier Pain de campagne')).to.equal(undefined);
      desk.field('Stock de Pain de campagne. Vide : le stock n’est pas compté.');
      desk.tab('Boutique').click();
      await desk.shows('Les autres réglages sont réservés au responsable de la boutique.');
    });
  });

  describe('Boutique', () => {
    const openShop = async (hub = busyHub()): ReturnType<typeof openTab> => {
      const desk = await openTab('Boutique', {hub});
      await desk.shows('Fermetures exceptionnelles');
      for (const fold of desk.all<HTMLDetailsElement>('details.fold')) fold.open = true;
      await until(() => !desk.text.includes('Chargement'), 'the folds');
      return desk;
    };

    it('adds and removes closures', async () => {
      const desk = await openShop();
      await desk.press('Ajouter la fermeture');
      expect(desk.errorOf('Du')).to.equal('Écrivez le premier jour.');
      await desk.type('Du', '2026-12-01');
      await desk.type('Au (inclus)', '2026-11-30');
      await desk.press('Ajouter la fermeture');
      expect(desk.errorOf('Au (inclus)')).to.include('ne peut pas être avant');
      await desk.type('Au (inclus)', '');
      await desk.press('Ajouter la fermeture');
      await desk.shows('le 1er décembre 2026');
      await desk.press('Retirer la fermeture du 25 décembre 2026 au 2 janvier 2027');
      expect(desk.hub.settings.closures).to.deep.equal([{from: '2026-12-01', to: '2026-12-01'}]);
    });

    it('saves hours, and shows the week that comes of them', async () => {
      const desk = await openShop();
      await desk.type('Horaires d’ouverture', 'Mo-Sa 08:00-12:00');
      await desk.press('Enregistrer', desk.all('#fold-hours')[0]);
      await desk.shows('Samedi 8 h – 12 h');
      expect(desk.hub.callsTo(/PATCH/).at(-1)!.body).to.deep.equal({
        openingHours: 'Mo-Sa 08:00-12:00',
        holidays: 'FR',
      });
    });

    it('says by the field what the hub does not take, and keeps what was typed', async () => {
      const hub = busyHub();
      hub.rule(({method}) =>
        method === 'PATCH'
          ? problem(400, 'invalid', {
              fields: [
                {pointer: '/pickup/0/offer/hours', message: 'Ces horaires ne se lisent pas.'},
              ],
            })
          : undefined,
      );
      const desk = await openShop(hub);
      await desk.type('Heures des créneaux', 'le matin');
      await desk.press('Enregistrer', desk.all('#fold-pickup')[0]);
      await until(() => desk.errorOf('Heures des créneaux'), 'the sentence');
      expect(desk.errorOf('Heures des créneaux')).to.equal('Ces horaires ne se lisent pas.');
      expect(desk.field('Heures des créneaux').value).to.equal('le matin');
    });

    it('keeps what its forms do not show', async () => {
      const desk = await openShop();
      const before = structuredClone(desk.hub.settings);
      for (const fold of ['contact', 'rules', 'pickup', 'legal', 'hours']) {
        await desk.press('Enregistrer', desk.all(`#fold-${fold}`)[0]);
        await until(() => desk.notice === 'Réglages enregistrés.', fold);
      }
      expect(desk.hub.settings).to.deep.equal(before);
    });

    it('adds a way to get an order, and zones where it is brought', async () => {
      const desk = await openShop();
      const save = (): Promise<void> => desk.press('Enregistrer', desk.all('#fold-pickup')[0]);
      desk.field('Livraison').click();
      await save();
      await desk.shows('Nouvelle zone');
      expect(desk.hub.settings.pickup[1]!.zones).to.deep.equal([
        {name: 'Brou', postalCodes: ['28160'], fee: 0, minimum: 0},
      ]);
      const fields = [
        ['zone', 'Canton'],
        ['codes', '28330, 28480'],
        ['fee', '3,50'],
        ['minimum', 'beaucoup'],
      ] as const;
      for (const [name, value] of fields) {
        desk.all<HTMLInputElement>(`#${name}-1-1`)[0]!.value = value;
      }
      await save();
      expect(desk.text).to.include('Écrivez un montant en euros, par exemple 3,50.');
      await expect(desk.element).to.be.accessible();
      desk.all<HTMLInputElement>('#minimum-1-1')[0]!.value = '20';
      desk.all<HTMLInputElement>('#zone-1-0')[0]!.value = '';
      await save();
      expect(desk.hub.settings.pickup[1]!.zones).to.deep.equal([
        {name: 'Canton', postalCodes: ['28330', '28480'], fee: 350, minimum: 2000},
      ]);
      desk.field('Retrait').click();
      desk.field('Livraison').click();
      await save();
      expect(desk.text).to.include('Cochez au moins un mode.');
    });

    it('tells a token and a secret once', async () => {
      const desk = await openShop();
      await desk.type('Nom du jeton', 'Caisse 2');
      await desk.press('Créer le jeton');
      await until(() => desk.all('#fold-tokens .secret').length, 'the token');
      expect(desk.all<HTMLInputElement>('#fold-tokens .secret input')[0]!.value).to.equal(
        'a-token-told-once',
      );
      await desk.type('Adresse (https)', 'https://caisse.example/2');
      await desk.press('Ajouter l’adresse');
      await until(() => desk.all('#fold-webhooks .secret').length, 'the secret');
      await expect(desk.element).to.be.accessible();
    });

    it('shows what became of webhooks, and sends one again', async () => {
      const desk = await openShop();
      await desk.press('Envois');
      await desk.shows('22 novembre, 9 h : échec (500)');
      await desk.press('Renvoyer, 22 novembre, 9 h');
      await until(() => desk.notice === 'Renvoi demandé.', 'the replay');
      expect(desk.hub.callsTo(/replay/)[0]!.body).to.deep.equal({outboxId: 'o1'});
    });

    it('names what the law still wants', async () => {
      const hub = busyHub();
      delete hub.settings.legal;
      const desk = await openShop(hub);
      expect(desk.text).to.include('À renseigner : la raison sociale et le SIRET');
    });
  });
});
