import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {closePages, until} from '../src/frame.js';
import {button, fill, one, rows, textOf} from '../src/parts.js';
import {listed} from '../src/ready.js';
import {openTown} from '../src/town.js';

describe('a visitor who is faster than the history of the browser', () => {
  before(() => setViewport({width: 1200, height: 800}));
  afterEach(closePages);

  it('closes a card, opens the next and changes the search: nothing is taken back', async () => {
    const {shops, window, errors} = await openTown({'url-state': 'ou', tiles: 'none'});
    await listed(shops);
    const names = rows(shops).slice(0, 3).map(textOf);
    for (const [at, name] of names.entries()) {
      rows(shops)[at]?.click();
      await until(() => textOf(one(shops, '#card-name')) === name, 'the card is open');
      await until(() => window.location.search.includes('ou-place='), 'the link has the place');
      if (at === names.length - 1) break;
      button(shops, 'Retour à la liste')?.click();
      await shops.updateComplete;
    }
    button(shops, 'Retour à la liste')?.click();
    await shops.updateComplete;
    const search = one(shops, '#search') as HTMLInputElement;
    fill(search, 'pain');
    await until(() => window.location.search.includes('ou-text=pain'), 'the link has the text');
    expect(window.location.search).not.to.include('ou-place=');
    expect(search.value).to.equal('pain');
    expect(errors).to.deep.equal([]);
  });
});
