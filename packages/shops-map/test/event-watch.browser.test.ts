import {expect} from '@open-wc/testing';
import {hear, open, until, type ShopsHarness} from './harness.js';
import {bakery, farm} from './places.js';

/** What a calendar on the page would send. */
const ask = (detail: unknown): unknown =>
  document.dispatchEvent(new CustomEvent('local-event-action', {detail}));

const openList = (): Promise<ShopsHarness> => open({places: [bakery, farm]});

describe('<local-shops-map> beside a calendar', () => {
  it('shows where an event takes place: its card has the keyboard, the map is in sight', async () => {
    const shops = await openList();
    const heard = hear(shops, 'local-shop-select');
    // the card comes when the page is idle, and hears from then on
    await until(() => {
      ask({action: 'map', id: 'open-day', placeId: farm.id});
      return shops.card;
    }, 'the card');
    await shops.carded(farm.name);
    await until(() => shops.focused === farm.name, 'the keyboard on the card');
    expect(shops.isVisible(shops.canvas)).to.equal(true);
    expect(new Set(heard.map(({detail}) => detail.id))).to.deep.equal(new Set([farm.id]));
  });

  it('leaves places it does not have, other wishes and strange events alone', async () => {
    const shops = await openList();
    ask({action: 'map', placeId: 'nowhere'});
    ask({action: 'order', placeId: farm.id});
    ask({action: 'map', placeId: 7});
    ask(null);
    await shops.settled();
    expect(shops.card).to.equal(undefined);
    expect(shops.names).to.include(farm.name);
  });

  it('hears nothing more once it has left the page', async () => {
    const shops = await openList();
    shops.element.remove();
    ask({action: 'map', placeId: farm.id});
    shops.box.append(shops.element);
    await shops.listed();
    expect(shops.card).to.equal(undefined);
  });
});
