import {assert} from '@open-wc/testing';
import {actionsFor} from '../../src/card/neighbours.js';
import {bakery, farm} from '../places.js';

function page(markup: string): HTMLElement {
  const box = document.createElement('div');
  box.innerHTML = markup;
  return box;
}

describe('what other elements of a page offer for a place', () => {
  it('is nothing without them', () => {
    assert.deepEqual(actionsFor(bakery, page('<local-shops-map></local-shops-map>')), []);
  });

  it('is for every place where an element names none', () => {
    const all = page(
      '<local-chat></local-chat><local-event-calendar></local-event-calendar>' +
        '<local-collect-button></local-collect-button>',
    );
    assert.deepEqual(actionsFor(bakery, all), ['order', 'chat', 'events']);
  });

  it('is for the place that an element names only', () => {
    const one = page(
      '<local-collect-button shop="farm"></local-collect-button>' +
        '<local-collect-button shop="bakery"></local-collect-button>' +
        '<local-chat shop="farm"></local-chat>',
    );
    assert.deepEqual(actionsFor(bakery, one), ['order']);
    assert.deepEqual(actionsFor(farm, one), ['order', 'chat']);
  });

  it('is no talk with a shop where neighbours meet', () => {
    const room =
      '<local-chat room="halles"></local-chat><local-chat room="halles" shop="bakery"></local-chat>';
    assert.deepEqual(actionsFor(bakery, page(room)), []);
  });

  it('is nothing for an id that only looks alike', () => {
    assert.deepEqual(actionsFor(bakery, page('<local-chat shop=""></local-chat>')), []);
    assert.deepEqual(actionsFor(bakery, page('<local-chat shop="Bakery"></local-chat>')), []);
  });
});
