import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {titleCase} from '../../src/text/title-case.js';

describe('titleCase', () => {
  for (const [text, expected] of [
    ['EARL DE LA FERME DU BOIS', 'EARL de la Ferme du Bois'],
    ['GAEC DES TROIS CHÊNES', 'GAEC des Trois Chênes'],
    ["BOULANGERIE DE L'ÉTANG", "Boulangerie de l'Étang"],
    ["D'ARTAGNAN", "D'Artagnan"],
    ['L’ATELIER D’ANNE', 'L’Atelier d’Anne'],
    ['AU PAIN ET À LA TARTE', 'Au Pain et à la Tarte'],
    ['SAINT-JEAN-DE-LUZ', 'Saint-Jean-de-Luz'],
    ['BOUCHERIE (CHEZ PAUL)', 'Boucherie (chez Paul)'],
    ['SARL JMB FRUITS', 'SARL JMB Fruits'],
    ['ÉPICERIE HENRI IV', 'Épicerie Henri IV'],
    ['M. DUPONT', 'M. Dupont'],
    ['ST MALO HUITRES', 'St Malo Huitres'],
    ['BIO 2000', 'Bio 2000'],
    ['PAINS', 'Pains'],
    ['LE PAIN QU’ON AIME', 'Le Pain qu’On Aime'],
    ['LA PRESQU’ÎLE', 'La Presqu’Île'],
    ['SARL STP BST', 'SARL STP BST'],
  ] as const) {
    it(`reads "${text}" as "${expected}"`, () => {
      assert.equal(titleCase(text), expected);
      assert.equal(titleCase(expected), expected);
    });
  }

  for (const text of ['Ferme du BOIS', 'iPain', 'LIDL', 'A', '', '24/7', '東京パン', 'C.B.D']) {
    it(`leaves "${text}" as it is`, () => assert.equal(titleCase(text), text));
  }
});
