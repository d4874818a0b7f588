import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {LEGAL_WORDING, orderButtonText} from '../../src/order/legal-wording.js';

describe('the words on the last button', () => {
  it('are those of the law unless the shop wishes others', () => {
    assert.equal(orderButtonText('fr', 'order'), 'Commander avec obligation de paiement');
    assert.equal(orderButtonText('en', 'order'), 'Order with obligation to pay');
    assert.equal(orderButtonText('fr', 'reservation'), 'Réserver');
    assert.equal(orderButtonText('en', 'reservation'), 'Reserve');
  });

  it('are the wish of the shop when it says the same', () => {
    assert.equal(orderButtonText('fr', 'order', 'acheter  maintenant '), 'Acheter maintenant');
    assert.equal(orderButtonText('fr', 'order', "Confirmer l'achat"), 'Confirmer l’achat');
    assert.equal(orderButtonText('en', 'order', 'Buy now'), 'Buy now');
  });

  it('are not what says less', () => {
    for (const wish of ['Valider', 'Commander', 'Réserver', 'Terminer la commande', '']) {
      assert.equal(orderButtonText('fr', 'order', wish), 'Commander avec obligation de paiement');
    }
  });

  it('never promise an order where one only reserves, nor the other way round', () => {
    for (const {buttons} of Object.values(LEGAL_WORDING)) {
      for (const text of buttons.order) assert.ok(!buttons.reservation.includes(text));
    }
  });
});

describe('the words of the withdrawal', () => {
  it('are those of D221-5 and of directive 2011/83/EU, article 11a', () => {
    assert.equal(LEGAL_WORDING.fr.withdraw, 'Renoncer au contrat ici');
    assert.equal(LEGAL_WORDING.fr.confirmWithdrawal, 'Confirmer la rétractation');
    assert.equal(LEGAL_WORDING.en.withdraw, 'Withdraw from contract here');
    assert.equal(LEGAL_WORDING.en.confirmWithdrawal, 'Confirm withdrawal');
  });
});
