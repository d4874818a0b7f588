import {expect} from '@open-wc/testing';
import {hear, open, until, type ShopsHarness} from './harness.js';
import {bakery, farm} from './places.js';

/** What a calendar on the page would send. */
const ask = (detail: unknown): unknown =>
  document.dispatchEvent(new CustomEvent('local-event-action', {detail}));

/** A list that hears calendars: it does once its card is there, which comes when the page is idle. */
async function openList(): Promise<ShopsHarness> {
  const shops = await open({places: [bakery, farm]});
  await until(() => shops.element['details'].part?.card.part, 'the card’s file');
  return shops;
}

describe('<local-shops-map> beside a calendar', () => {
  it('shows where an event takes place: its card has the keyboard, the map is in sight', async () => {
    const shops = await openList();
    const heard = hear(shops, 'local-shop-select');
    ask({action: 'map', id: 'open-day', placeId: farm.id});
    await shops.carded(farm.name);
    await until(() => shops.focused === farm.name, 'the keyboard on the card');
    expect(shops.isVisible(shops.canvas)).to.equal(true);
    expect(heard.map(({detail}) => detail.id)).to.deep.equal([farm.id]);
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
