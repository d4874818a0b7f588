import {expect} from '@open-wc/testing';
import {badNetwork, networkIsBack, type BadNetwork, type Fault} from '../../src/bad-network.js';
import {chatOf, openChat} from '../../src/chatting.js';
import {closePages, until} from '../../src/frame.js';
import {openOrders} from '../../src/hub.js';
import {at, buttonOf, dialogOf, fillOrder, forward} from '../../src/ordering.js';
import {all, fill, one, textOf} from '../../src/parts.js';
import {forgetOurs} from '../../src/traces.js';
import {openTown, type Town} from '../../src/town.js';
import {describeWithHub} from '../../src/with-hub.js';

/** With these no order and no message gets through, or its answer does not come back. */
const FAULTS: readonly Fault[] = [
  'drop',
  'reset',
  'deaf',
  'half',
  'portal',
  'portal elsewhere',
  'garbled',
  'gateway error',
];

const SHOP = 'maison-brehault';

describeWithHub(
  'orders and messages on a bad network',
  {databases: ['sqlite'], isAdmin: true},
  hub => {
    let town: Town;
    let network: BadNetwork;
    /** Addresses that the page asked for. */
    let asked: string[];
    /** Addresses of which the page has an answer, or its beginning. */
    let answered: string[];

    beforeEach(async () => {
      network = await badNetwork(hub().hub);
      asked = [];
      answered = [];
      town = await openTown({
        hub: network.address,
        scroll: false,
        before: window => {
          hub().before(window);
          const real = window.fetch.bind(window);
          window.fetch = async (input, init) => {
            const address = input instanceof window.Request ? input.url : String(input);
            asked.push(`${init?.method ?? 'GET'} ${address}`);
            const response = await real(input, init);
            answered.push(address);
            return response;
          };
        },
      });
    });
    afterEach(() => {
      expect(town.errors).to.deep.equal([]);
      closePages();
      forgetOurs();
    });

    for (const fault of FAULTS) {
      it(`${fault}: an order waits, says so, and arrives exactly once`, async () => {
        const name = `Yann, ${fault}`;
        const button = await fillOrder(town, name);
        await network.set(fault);
        const before = asked.length;
        forward(button)?.click();
        await until(() => textOf(dialogOf(button)).includes('Pas encore envoyée'), 'it says so');
        expect(textOf(dialogOf(button))).to.include('n’est pas confirmée');
        expect(asked.length - before, 'requests in its first moment').to.be.at.most(3);
        await network.set(undefined);
        networkIsBack(town.window);
        await at(button, 'ordered');
        const mine = (await openOrders(SHOP)).filter(({contact}) => contact?.name === name);
        expect(mine.length).to.equal(1);
      }).timeout(60_000);
    }

    it('a catalogue that cannot be had leaves a way out, and comes when asked for', async () => {
      await network.set('portal');
      const button = buttonOf(town, SHOP);
      await until(() => one(button, 'button'), 'the button is there');
      one(button, 'button')?.click();
      await until(() => one(button, 'dialog .notice'), 'it says so');
      await network.set(undefined);
      const again = all(button, 'dialog button').find(each => textOf(each) === 'Réessayer');
      again?.click();
      await at(button, 'basket');
    }).timeout(60_000);

    for (const fault of [...FAULTS, 'silent'] as const) {
      it(`${fault}: a message waits, says since when, and arrives exactly once`, async () => {
        const chat = chatOf(town, 'hall');
        await openChat(chat);
        await until(() => one(chat, '#text'), 'one may write');
        const say = async (text: string): Promise<void> => {
          fill(one(chat, '#text') as HTMLInputElement, text);
          const email = one(chat, '[autocomplete=email]') as HTMLInputElement | undefined;
          if (email && !email.value) fill(email, 'yann@exemple.fr');
          one(chat, '.composer [type=submit]')?.click();
          await until(() => textOf(one(chat, '[part=log]')).includes(text), 'it stands in the log');
        };
        const state = (): string => textOf(all(chat, '.mark').at(-1));
        await say('Bonjour');
        await until(() => /^(Envoyé|Distribué)/.test(state()), 'the first one is sent');
        await until(() => answered.some(url => /\/events\b/.test(url)), 'news come');
        await network.set(fault);
        await say(`Encore là ? ${fault}`);
        await until(
          () =>
            /Connexion interrompue\. .* Dernières nouvelles reçues le \d+/.test(
              textOf(one(chat, '.notices')).replace(/\s/g, ' '),
            ),
          'it says so, and since when',
          40_000,
        );
        expect(state()).to.equal('En attente');
        await network.set(undefined);
        networkIsBack(town.window);
        await until(() => /^(Envoyé|Distribué)/.test(state()), 'it is sent', 40_000);
        await until(() => textOf(one(chat, '.notices')) === '', 'nothing more to say', 40_000);
        const mine = all(chat, '[part=log] .text').map(textOf);
        expect(mine.filter(text => text.startsWith('Encore là')).length).to.equal(1);
        const posts = (await network.seen()).filter(each => /^(PUT|POST) .*\/messages/.test(each));
        expect(posts.length, 'attempts').to.be.below(40);
      }).timeout(120_000);
    }
  },
);
