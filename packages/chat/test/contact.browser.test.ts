import {expect} from '@open-wc/testing';
import {hear, hub, newPage, put, storage, until, type ChatHarness} from './harness.js';

const CONTACT = {
  hub: null,
  'shop-name': 'la mairie',
  phone: '02 61 91 10 00',
  email: 'mairie@sainte-aubrette.example',
  'opening-hours': 'Du lundi au vendredi, 9 h – 17 h',
};

async function card(attributes: Record<string, string | null>): Promise<ChatHarness> {
  const chat = put({attributes, children: '<a href="#horaires">Nos horaires</a>'});
  await chat.settled();
  chat.launcher.click();
  await until(() => chat.panel, 'a card');
  await chat.settled();
  return chat;
}

describe('<local-chat> without a hub', () => {
  it('is a card with telephone, e-mail and hours, and asks nobody', async () => {
    const chat = await card(CONTACT);
    expect(chat.title).to.equal('Joindre la mairie');
    expect(chat.link('Appeler').href).to.equal('tel:0261911000');
    expect(chat.link('Écrire un e-mail').href).to.equal('mailto:mairie@sainte-aubrette.example');
    expect(chat.text).to.contain('Du lundi au vendredi, 9 h – 17 h');
    expect(chat.find('textarea')).to.equal(null);
    expect(hub.seen).to.be.empty;
    expect(storage.names).to.be.empty;
  });

  it('says on its button what it is', async () => {
    const chat = put({attributes: CONTACT});
    await chat.settled();
    expect(chat.launcherText).to.equal('Nous joindre, la mairie');
  });

  it('is no dead end with nothing given: what the page wrote is there', async () => {
    const chat = await card({hub: null});
    expect(chat.one('slot')).to.exist;
    const [link] = chat.element.children;
    expect(link!.getClientRects().length).to.be.greaterThan(0);
  });

  it('makes no link of what is no number and no address', async () => {
    const chat = await card({hub: null, phone: 'javascript:alert(1)', email: 'a@b.example?bcc=x'});
    expect(chat.all('a')).to.be.empty;
  });

  it('answers the card of a shops map with what the map knows', async () => {
    const chat = put({attributes: {hub: null, shop: null}});
    await chat.settled();
    const place = {name: 'La Ferme', telephone: '02 33 00 00 09', email: 'oeufs@ferme.example'};
    const detail = {action: 'chat', id: 'ferme', place};
    document.dispatchEvent(new CustomEvent('local-shop-action', {detail}));
    await until(() => chat.title === 'Joindre La Ferme', 'the card');
    expect(chat.link('Appeler').href).to.equal('tel:0233000009');
  });

  it('opens and closes by keyboard, and gives it back', async () => {
    const chat = put({attributes: CONTACT});
    const opened = hear(chat, 'local-chat-open');
    await chat.settled();
    chat.launcher.focus();
    chat.launcher.click();
    await until(() => chat.root.activeElement?.id === 'title', 'the heading has the keyboard');
    chat.one('#title').dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true}));
    await until(() => !chat.panel, 'closed');
    await until(() => chat.root.activeElement === chat.launcher, 'the button has it');
    expect(opened).to.deep.equal([{hub: '', shop: 'fournil', room: ''}]);
  });

  it('becomes a chat when a hub is given', async () => {
    const chat = await card(CONTACT);
    chat.element.hub = hub.url;
    await chat.settled();
    expect(chat.panel).to.equal(null);
    chat.launcher.click();
    await chat.opened();
    await chat.shows('Répond en général en 5 minutes.');
    newPage();
  });
});
