import {assert} from '@open-wc/testing';
import {PlaceIndex, type HoursReader, type Place} from '@local-widgets/model';
import {en} from '../../src/locales/en.js';
import {fr} from '../../src/locales/fr.js';
import {ShopsState} from '../../src/state/shops-state.js';
import {statusWords} from '../../src/state/status-words.js';

const center = {longitude: 0, latitude: 0};
const readHours: HoursReader = () => ({state: 'open'});
const now = new Date('2026-11-24T10:30:00+01:00');

const place = (i: number): Place => ({
  id: String(i),
  name: `Place ${i}`,
  geo: center,
  categories: ['bakery'],
  ...(i % 2 === 0 && {openingHours: '24/7'}),
});

function stateOf(count: number, settings: ShopsState['settings'] = {}): ShopsState {
  const state = new ShopsState(() => undefined);
  state.useIndex(PlaceIndex);
  state.readHours = readHours;
  state.setPlaces(
    Array.from({length: count}, (_, i) => place(i)),
    settings,
  );
  state.refresh(now);
  return state;
}

const words = (state: ShopsState): string => statusWords(state, 'fr', fr).replace(/\s/g, ' ');

describe('statusWords', () => {
  it('says nothing before there are places', () => {
    assert.equal(words(new ShopsState(() => undefined)), '');
  });

  it('says that there are none', () => {
    assert.equal(words(stateOf(0)), 'Aucune adresse n’est publiée ici pour le moment.');
  });

  it('says how many and in which order', () => {
    assert.equal(words(stateOf(1)), 'Une adresse');
    assert.equal(words(stateOf(2)), '2 adresses, par ordre alphabétique');
    assert.equal(words(stateOf(2, {center})), '2 adresses, de la plus proche à la plus éloignée');
    assert.equal(statusWords(stateOf(2), 'en', en), '2 addresses, in alphabetical order');
  });

  it('says which page, and writes large numbers as the language does', () => {
    assert.equal(words(stateOf(1234)), '1 234 adresses, par ordre alphabétique, page 1 sur 62');
    const english = statusWords(stateOf(1234), 'en', en);
    assert.equal(english, '1,234 addresses, in alphabetical order, page 1 of 62');
  });

  it('says how many have unknown hours when open ones are asked for', () => {
    const state = stateOf(4);
    state.filter({open: 'now'});
    state.refresh(now);
    assert.equal(words(state), '4 adresses, dont 2 aux horaires inconnus, par ordre alphabétique');
  });

  it('says that nothing matches', () => {
    const state = stateOf(3);
    state.filter({categories: new Set(['museum'])});
    state.refresh(now);
    assert.equal(words(state), 'Aucune adresse ne correspond à ces filtres.');
  });
});
