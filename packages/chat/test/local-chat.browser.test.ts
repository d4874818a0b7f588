import {expect} from '@open-wc/testing';
import {
  hear,
  hub,
  newPage,
  open,
  put,
  storage,
  talking,
  until,
  warnings,
  type ChatHarness,
} from './harness.js';
import {bakery} from './support/fake-hub.js';

const wish = (detail: unknown): void => {
  document.body.dispatchEvent(new CustomEvent('local-shop-action', {detail, bubbles: true}));
};

const CHAT = {
  action: 'chat',
  id: 'fournil',
  place: {name: 'Le Fournil', telephone: '02 33 00 00 01'},
};

describe('<local-chat>', () => {
  it('is accessible', async () => {
    const chat = put();
    await chat.settled();
    await expect(chat.element).to.be.accessible();
  });

  it('asks nobody and stores nothing before a click', async () => {
    const chat = put();
    await chat.settled();
    expect(chat.launcherText).to.equal('Discuter');
    expect(hub.seen).to.be.empty;
    expect(storage.names).to.be.empty;
  });

  it('asks for the profile alone when one only looks, without a secret, and stores nothing', async () => {
    const chat = await open();
    await chat.shows('Répond en général en 5 minutes.');
    expect(hub.seen.map(({method, path}) => `${method} ${path}`)).to.deep.equal([
      'GET shops/fournil/chat',
    ]);
    expect(hub.seen[0]?.secret).to.equal(undefined);
    await chat.press('Fermer');
    expect(storage.names).to.be.empty;
  });

  it('stores nothing and makes nobody while one only types', async () => {
    const chat = await open();
    await chat.write('Bonjour, je voudrais');
    await until(() => chat.find('[role=log]'), 'the log');
    expect(storage.names).to.be.empty;
    expect(hub.asked('PUT', 'rooms')).to.be.empty;
    expect(hub.streamCount).to.equal(0);
  });

  it('keeps two entries at most once something is sent, and none of them has the text for long', async () => {
    await talking();
    expect(storage.names).to.deep.equal([`local-widgets:chat:${hub.url}`]);
    expect(storage.getItem(storage.names[0]!)).not.to.contain('Bonjour');
  });

  it('says what the page wants it to say', async () => {
    const chat = put({attributes: {label: 'Une question ?'}});
    await chat.settled();
    expect(chat.launcherText).to.equal('Une question ?');
  });

  it('speaks English on an English page', async () => {
    const chat = put({around: {lang: 'en'}});
    await until(() => chat.find('[part=launcher]'), 'a button');
    expect(chat.launcherText).to.equal('Chat');
    chat.launcher.click();
    await until(() => chat.text.includes('Usually answers in 5 minutes.'), 'the panel');
    expect(chat.panel?.lang).to.equal('en');
  });

  it('opens and closes by its button, and says which it is', async () => {
    const chat = await open();
    expect(chat.launcher.getAttribute('aria-expanded')).to.equal('true');
    const id = chat.launcher.getAttribute('aria-controls')!;
    expect(chat.root.getElementById(id)).to.equal(chat.panel);
    chat.launcher.click();
    await chat.settled();
    expect(chat.panel).to.equal(null);
    expect(chat.launcher.getAttribute('aria-expanded')).to.equal('false');
    expect(chat.launcher.hasAttribute('aria-controls')).to.equal(false);
  });

  it('tells the page what happens, by ids and without the words', async () => {
    const chat = put();
    const opened = hear(chat, 'local-chat-open');
    const closed = hear(chat, 'local-chat-close');
    const messages = hear(chat, 'local-chat-message');
    await chat.settled();
    chat.launcher.click();
    await chat.opened();
    await chat.send('Bonjour');
    await until(() => hub.streamCount > 0, 'a line');
    hub.say(hub.conversation, 'Bonjour !');
    await until(() => messages.length === 2, 'both');
    await chat.press('Fermer');
    const place = {hub: hub.url, shop: 'fournil', room: ''};
    expect(opened).to.deep.equal([place]);
    expect(closed).to.deep.equal([place]);
    expect(messages.map(({direction}) => direction)).to.deep.equal(['sent', 'received']);
    expect(JSON.stringify(messages)).not.to.contain('Bonjour');
  });

  it('opens and closes by its methods', async () => {
    const chat = put();
    await chat.settled();
    await chat.element.open();
    await chat.opened();
    chat.element.close();
    await chat.settled();
    expect(chat.panel).to.equal(null);
  });

  it('answers the card of a shops map for its shop', async () => {
    const general = put({attributes: {shop: null}});
    const chat = put();
    await chat.settled();
    wish(CHAT);
    await chat.opened();
    expect(chat.title).to.equal('Le Fournil du Perche');
    expect(general.panel).to.equal(null);
  });

  it('answers for every shop where it names none, and has no button of its own until then', async () => {
    const chat = put({attributes: {shop: null}, children: '<a href="#x">Nos commerces</a>'});
    await chat.settled();
    expect(chat.find('[part=launcher]')).to.equal(null);
    wish(CHAT);
    await chat.opened();
    await chat.shows('Le Fournil du Perche');
    await chat.send('Bonjour');
    await chat.press('Fermer');
    await until(() => chat.find('[part=launcher]'), 'a button for what was begun');
  });

  it('shows what the map knows where the hub knows nothing of the shop', async () => {
    const chat = put({attributes: {shop: null}});
    await chat.settled();
    wish({action: 'chat', id: 'ferme', place: {name: 'La Ferme', telephone: '02 33 00 00 09'}});
    await chat.shows('La discussion n’est pas proposée pour le moment.');
    expect(chat.title).to.equal('La Ferme');
    expect(chat.link('Appeler le 02 33 00 00 09').href).to.equal('tel:0233000009');
    expect(chat.find('#text')).to.equal(null);
  });

  it('leaves other wishes, other shops and rooms alone', async () => {
    const room = put({attributes: {room: 'place-du-marche', shop: 'fournil'}});
    const other = put({attributes: {shop: 'ferme'}});
    await other.settled();
    for (const detail of [{action: 'order', id: 'fournil'}, CHAT, {action: 'chat', id: 3}, null]) {
      wish(detail);
    }
    await other.settled();
    expect(room.panel).to.equal(null);
    expect(other.panel).to.equal(null);
    expect(hub.seen).to.be.empty;
  });

  it('shares one connection with the other elements of the page', async () => {
    hub.profiles.set('ferme', {...bakery, shop: 'ferme', name: 'La Ferme'});
    const one = await talking();
    await one.press('Fermer');
    const other = await open({attributes: {shop: 'ferme'}});
    await other.send('Avez-vous des œufs ?');
    await until(() => hub.rooms.size === 2, 'two conversations');
    await until(() => other.states.at(-1) === 'Envoyé', 'sent');
    expect(hub.streamCount).to.equal(1);
    expect(new Set(hub.seen.flatMap(({secret}) => secret ?? [])).size).to.equal(1);
    const [bakeryRoom] = hub.rooms.values();
    hub.say(bakeryRoom!, 'Votre pain est prêt.');
    await until(() => one.launcherText.includes('1 nouveau message'), 'the other hears it');
    expect(other.launcherText).to.equal('Discuter');
  });

  it('takes up a conversation on the next page, and tells what is new before it is opened', async () => {
    await talking();
    newPage();
    const [room] = hub.rooms.values();
    hub.say(room!, 'Bonjour !');
    hub.say(room!, 'Que puis-je pour vous ?');
    const chat = put();
    await chat.settled();
    await until(() => chat.launcherText.includes('2 nouveaux messages'), 'a badge');
    chat.launcher.click();
    await chat.opened();
    await until(() => chat.messages.length === 3, 'all of it');
    expect(chat.messages).to.deep.equal(['Bonjour', 'Bonjour !', 'Que puis-je pour vous ?']);
    expect(chat.text).not.to.contain('En envoyant, vous acceptez');
    await chat.press('Fermer');
    expect(chat.launcherText).to.equal('Discuter');
  });

  it('sends on the next page what could not be sent on this one', async () => {
    const before = await open();
    hub.isDown = true;
    await before.send('Gardez-moi un pain');
    newPage();
    hub.isDown = false;
    put();
    await until(() => hub.rooms.size === 1, 'it went out by itself');
    await until(() => hub.conversation.texts.length === 1, 'the message');
    expect(hub.conversation.texts).to.deep.equal(['Gardez-moi un pain']);
  });

  it('stops when it leaves the page, and works again when it comes back', async () => {
    const chat = await talking();
    chat.element.remove();
    await until(() => hub.streamCount === 0, 'the line is closed');
    wish(CHAT);
    chat.box.append(chat.element);
    await chat.settled();
    expect(chat.panel).to.equal(null);
    chat.launcher.click();
    await chat.opened();
    await until(() => chat.messages.length === 1, 'the conversation');
    await chat.send('Encore moi');
    await until(() => hub.conversation.texts.length === 2, 'sent');
  });

  it('says in the console that an address cannot be one', async () => {
    const chat = put({attributes: {hub: 'javascript:alert(1)'}});
    await chat.settled();
    expect(warnings.join()).to.contain('is not an http or https address');
  });

  it('is the contact card where its address cannot be one', async () => {
    const chat: ChatHarness = put({
      attributes: {hub: 'javascript:alert(1)', phone: '02 33 00 00 01'},
    });
    await chat.settled();
    chat.launcher.click();
    await until(() => chat.panel, 'a panel');
    expect(chat.link('Appeler').href).to.equal('tel:0233000001');
  });
});
