import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {closePages, until, type PageWindow} from '../src/frame.js';
import {openOrders, signIn, startHub, stopHub, type RunningHub} from '../src/hub.js';
import {at, buttonOf, codeIn, dialogOf, fillOrder, forward} from '../src/ordering.js';
import {one, textOf} from '../src/parts.js';
import {openTown} from '../src/town.js';

const SHOP = 'maison-brehault';

/** What becomes of the page's requests: sent and answered, never sent, or sent with the answer lost. */
type Network = 'up' | 'down' | 'deaf';

interface Dying {
  state: Network;
  /** Orders that left the page. */
  sent: number;
  before: (window: PageWindow) => void;
}

function dyingNetwork({before}: RunningHub): Dying {
  const dying: Dying = {
    state: 'up',
    sent: 0,
    before(window) {
      before(window);
      const real = window.fetch.bind(window);
      window.fetch = async (...request) => {
        if (dying.state === 'down') throw new window.TypeError('the network is down');
        const response = await real(...request);
        if (request[1]?.method === 'POST') dying.sent++;
        if (dying.state === 'deaf') throw new window.TypeError('the answer was lost');
        return response;
      };
    },
  };
  return dying;
}

describe('an order on a dying network, at the real hub', () => {
  let hub: RunningHub;

  before(async function () {
    this.timeout(60_000);
    await setViewport({width: 1200, height: 900});
    hub = (await startHub())!;
    await signIn(hub);
  });
  afterEach(closePages);
  after(stopHub);

  it('waits, says so, outlives the page, and arrives exactly once', async () => {
    const network = dyingNetwork(hub);
    const town = await openTown({hub: hub.hub, before: network.before, scroll: false});
    const button = await fillOrder(town);
    network.state = 'deaf';
    forward(button)?.click();
    await until(() => textOf(dialogOf(button)).includes('Pas encore envoyée'), 'it says so');
    expect(textOf(dialogOf(button))).to.include('n’est pas confirmée');
    await until(() => network.sent > 0, 'the hub has had it, and nobody knows');
    network.state = 'down';
    expect((await openOrders(SHOP)).length).to.equal(1);
    expect(town.errors).to.deep.equal([]);
    closePages();

    const later = dyingNetwork(hub);
    later.state = 'down';
    const again = await openTown({hub: hub.hub, before: later.before, scroll: false});
    const same = buttonOf(again, SHOP);
    await until(
      () => textOf(one(same, '.note')).includes('pas encore envoyée'),
      'the next page knows of it',
    );
    later.state = 'up';
    again.window.dispatchEvent(new Event('online'));
    await until(() => /Commande \w+ bien reçue/.test(textOf(one(same, '.note'))), 'it is in');
    one(same, '.note button')?.click();
    await at(same, 'ordered');
    const orders = await openOrders(SHOP);
    expect(orders.map(({code}) => code)).to.deep.equal([codeIn(same)]);
    expect(orders[0]?.contact?.name).to.equal('Yann');
    const kept = JSON.stringify(again.window.localStorage);
    expect(kept, 'nothing about the person is left').not.to.match(/Yann|yann@/);
    expect(again.errors).to.deep.equal([]);
  }).timeout(60_000);
});
