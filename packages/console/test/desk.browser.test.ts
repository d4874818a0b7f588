import {expect} from '@open-wc/testing';
import {busyChat, MARIE, NOBODY} from './fake-chat.js';
import {normal, put, until} from './harness.js';
import {openInbox} from './inbox-harness.js';

describe('<local-desk>', () => {
  it('has orders, messages and events behind one sign-in, with their numbers', async () => {
    const chat = busyChat();
    const title = (document.title = 'Mon site');
    const desk = put({tag: 'local-desk', hub: chat.hub, attributes: {'title-badge': ''}});
    await until(() => desk.connection === 'en direct', 'a line');
    await expect(desk.element).to.be.accessible();
    const tabs = desk.all('[role=tab]').map(tab => normal(tab.textContent));
    expect(tabs).to.deep.equal([
      'Commandes 2(2 à accepter)',
      'Messages 3(3 à lire)',
      'Agenda',
      'Préparation',
      'Créneaux',
      'Catalogue',
      'Boutique',
    ]);
    expect(document.title).to.equal(`(5) ${title}`);
    expect(chat.hub.callsTo(/GET \/api\/session/).length).to.equal(1);
    desk.box.remove();
    document.title = title;
  });

  it('tells of a message while one is at the orders, and of an order while one writes', async () => {
    const chat = busyChat();
    const desk = put({tag: 'local-desk', hub: chat.hub});
    await until(() => desk.connection === 'en direct', 'a line');
    chat.say(NOBODY, 'Allô ?');
    await until(() => desk.notice === 'Nouveau message de Visiteur.', 'the message');
    desk.tab('Messages').click();
    await until(() => desk.all('.room-row').length, 'the list');
    const [first] = chat.hub.orders;
    chat.hub.push({
      ...first!,
      id: '019aa000-0000-7000-8000-000000009999',
      code: 'N3W1',
      history: first!.history.slice(0, 1),
    });
    await until(() => desk.notice.startsWith('Nouvelle commande N3W1'), 'the order');
  });

  it('leads from a message to its order', async () => {
    const inbox = await openInbox({tag: 'local-desk', width: 1200});
    const {desk} = inbox;
    expect(normal(inbox.row(MARIE).innerText)).to.include('Commande K7M2');
    await inbox.open(MARIE);
    expect(normal(desk.all('.facts')[0]!.innerText)).to.include('K7M2 · à accepter');
    await desk.press('Commande K7M2');
    expect(desk.tab('Commandes').getAttribute('aria-selected')).to.equal('true');
    await until(() => desk.root.activeElement?.matches('.order'), 'the order has the keyboard');
    expect(desk.root.activeElement!.querySelector('.code')!.textContent).to.equal('K7M2');
  });

  it('asks for an order that is not on the desk', async () => {
    const chat = busyChat();
    const [order] = chat.hub.orders;
    chat.hub.orders = chat.hub.orders.slice(1);
    chat.hub.rule(({path}) =>
      path === `/api/shops/fournil/desk/orders/${order!.id}`
        ? Response.json({...order!, state: 'collected'})
        : undefined,
    );
    const inbox = await openInbox({tag: 'local-desk', chat, width: 340});
    await inbox.open(MARIE);
    await inbox.desk.press('Commande');
    await inbox.desk.shows('K7M2 · remise');
    expect(inbox.desk.findButton('Voir la commande')).to.equal(undefined);
  });

  it('has seven tabs that stand on the screen of a small telephone', async () => {
    const inbox = await openInbox({tag: 'local-desk', width: 320});
    expect(inbox.desk.box.scrollWidth).to.be.at.most(320);
    const tops = new Set(inbox.desk.all('[role=tab]').map(tab => tab.offsetTop));
    expect(tops.size).to.equal(2);
    await expect(inbox.desk.element).to.be.accessible();
  });

  it('offers in each tab what can be done there: pause orders, or be away', async () => {
    const inbox = await openInbox({tag: 'local-desk'});
    const {desk} = inbox;
    const away = 'Absence : prévenir les visiteurs que personne ne répond';
    const pause = 'Pause : ne plus prendre de commandes';
    expect(Boolean(desk.findButton(away))).to.equal(true);
    expect(Boolean(desk.findButton(pause))).to.equal(false);
    desk.tab('Commandes').click();
    await desk.settled();
    expect(Boolean(desk.findButton(away))).to.equal(false);
    expect(Boolean(desk.findButton(pause))).to.equal(true);
  });
});
