import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {
  ancestorsOf,
  categories,
  categoryById,
  groupOf,
  type Category,
} from '../../src/place/categories.js';
import {ENGLISH_CATEGORIES} from '../../src/place/category-names-en.js';
import {categoriesOf, categoryWords} from '../../src/place/category-of.js';
import {normalizeText} from '../../src/text/normalize.js';

const groups = categories.filter(({parent}) => !parent);
const leaves = categories.filter(({parent}) => parent);

function duplicates(read: (category: Category) => readonly string[]): string[] {
  const all = categories.flatMap(read);
  return all.filter((value, at) => all.indexOf(value) !== at);
}

describe('categories', () => {
  it('are groups with a shape of their own, and leaves below a group', () => {
    assert.equal(new Set(groups.map(({shape}) => shape)).size, groups.length);
    for (const {id, parent} of leaves) {
      assert.ok(groups.includes(categoryById(parent!)), id);
    }
  });

  it('have unique ids made of small letters and hyphens', () => {
    assert.equal(new Set(categories.map(({id}) => id)).size, categories.length);
    for (const {id} of categories) assert.match(id, /^[a-z]+(?:-[a-z]+)*$/);
  });

  it('have a label in both languages and an icon', () => {
    for (const {id, label, icon} of categories) {
      assert.match(label, /^\p{Lu}/u, id);
      assert.match(ENGLISH_CATEGORIES[id], /^\p{Lu}/u, id);
      assert.match(icon, /^[a-z]+$/, id);
    }
  });

  it('name every OSM tag once, and write tags and NAF codes well', () => {
    assert.deepEqual(
      duplicates(({id}) => categoryWords(id).osm),
      [],
    );
    for (const tag of categories.flatMap(({id}) => categoryWords(id).osm))
      assert.match(tag, /^[a-z]+=[a-z_]+$/);
    for (const code of categories.flatMap(({id}) => categoryWords(id).naf))
      assert.match(code, /^\d\d\.\d\d[A-Z]$/);
  });

  it('have normalised synonyms that lead to their category', () => {
    for (const {id} of categories) {
      for (const word of categoryWords(id).synonyms) {
        assert.equal(normalizeText(word), word);
        assert.deepEqual(categoriesOf([word]), [id], word);
      }
    }
  });

  it('are found by id, by French label, by tag and by NAF code', () => {
    for (const {id, label} of categories) {
      const {osm, naf} = categoryWords(id);
      assert.deepEqual(categoriesOf([id]), [id]);
      assert.deepEqual(categoriesOf([label.toUpperCase()]), [id], label);
      for (const tag of osm) assert.deepEqual(categoriesOf([tag]), [id]);
      for (const code of naf) assert.ok(categoriesOf([code])[0] !== 'other', code);
    }
  });
});

describe('groupOf and ancestorsOf', () => {
  it('lead from a leaf to its group, which is its own', () => {
    assert.equal(groupOf('bakery').id, 'food');
    assert.equal(groupOf('food').id, 'food');
    assert.deepEqual(ancestorsOf('bakery'), ['food']);
    assert.deepEqual(ancestorsOf('food'), []);
  });
});

describe('categoriesOf', () => {
  for (const [hints, expected] of [
    [['Boulangerie-Pâtisserie'], ['bakery', 'pastry']],
    [['BOUCHERIES CHARCUTERIES'], ['butcher']],
    [['Vente de fruits et légumes'], ['greengrocer']],
    [['vente à la ferme'], ['farm']],
    [['Brasserie'], ['restaurant']],
    [['Brasserie artisanale'], ['brewery']],
    [['Producteur', 'shop=farm'], ['farm']],
    [['producteur'], ['producers']],
    [['1071C'], ['bakery']],
    [['10.71c'], ['bakery']],
    [['shop=bakery;pastry'], ['bakery', 'pastry']],
    [['shop=lamps'], ['shops']],
    [['craft=luthier'], ['crafts']],
    [['amenity=toilets'], ['other']],
    [['Réparation de soucoupes'], ['repair']],
    [['Soucoupes'], ['other']],
    [[], ['other']],
    [['__proto__', 'constructor=x', 'toString', '='], ['other']],
  ] as const) {
    it(`answers ${JSON.stringify(hints)} with ${expected.join(' and ')}`, () => {
      assert.deepEqual(categoriesOf(hints), expected);
    });
  }

  it('knows every category of the open data on French food shops', () => {
    const words =
      'producteur boucherie laiterie boulangerie epicerie conchyliculteur oeufs traiteur poissonnerie ' +
      'fromagerie artisan affineur peche escargots chocolatier glacier marche primeur distributeur miel';
    for (const word of words.split(' ')) assert.notDeepEqual(categoriesOf([word]), ['other'], word);
    assert.deepEqual(categoriesOf(['autre']), ['other']);
  });

  it('keeps the first six', () => {
    const words = 'pain boucher primeur caviste traiteur glacier fleuriste coiffeur';
    assert.equal(categoriesOf([words]).length, 6);
  });
});
