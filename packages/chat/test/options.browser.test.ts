import {expect} from '@open-wc/testing';
import {hub, newPage, put, storage, talking, textOf, until, type ChatHarness} from './harness.js';
import {bakery, problem} from './support/fake-hub.js';

/** What the browser would save, by the name of its file. */
async function saved(act: () => Promise<unknown>): Promise<{name: string; text: string}> {
  const found: {name: string; blob: Blob}[] = [];
  const real = Object.getOwnPropertyDescriptor(HTMLAnchorElement.prototype, 'click');
  const createObjectURL = URL.createObjectURL.bind(URL);
  let last: Blob | undefined;
  URL.createObjectURL = (blob: Blob) => {
    last = blob;
    return 'blob:test';
  };
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    found.push({name: this.download, blob: last!});
  };
  try {
    await act();
    await until(() => found.length > 0, 'a file');
  } finally {
    URL.createObjectURL = createObjectURL;
    if (real) Object.defineProperty(HTMLAnchorElement.prototype, 'click', real);
    else Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
  }
  const [{name, blob}] = found as [{name: string; blob: Blob}];
  return {name, text: await blob.text()};
}

const outcome = (chat: ChatHarness): string => textOf(chat.find('.body > [role=status]'));

describe('the options of a conversation', () => {
  it('are there once something was sent', async () => {
    const chat = put();
    await chat.settled();
    chat.launcher.click();
    await chat.opened();
    expect(chat.findButton('Options de la conversation')).to.equal(undefined);
    await chat.send('Bonjour');
    expect(chat.findButton('Options de la conversation')).to.exist;
  });

  it('take the keyboard, and give it back', async () => {
    const chat = await talking();
    await chat.press('Options de la conversation');
    await until(() => chat.title === 'Options', 'the options');
    await until(() => chat.root.activeElement?.id === 'title', 'the keyboard');
    await chat.press('Retour');
    await until(() => chat.focused === 'Votre message', 'the field again');
    expect(chat.messages).to.deep.equal(['Bonjour']);
  });

  it('take how one can be answered', async () => {
    const chat = await talking();
    await chat.choose('Laisser mes coordonnées');
    await chat.press('Enregistrer');
    expect(chat.errorOf('E-mail')).to.contain('Indiquez un e-mail ou un téléphone');
    await chat.type('Prénom', 'Claire');
    await chat.type('Téléphone', '06 12 34 56 78');
    await chat.press('Enregistrer');
    await until(() => outcome(chat) === 'Vos coordonnées sont enregistrées.', 'it says so');
    expect(hub.conversation.contact).to.deep.equal({name: 'Claire', telephone: '06 12 34 56 78'});
  });

  it('make a file of what was said, all of it', async () => {
    const chat = await talking();
    for (let each = 1; each <= 60; each++) hub.say(hub.conversation, `Réponse ${each}`);
    await until(() => chat.messages.length === 61, 'all');
    await chat.choose('Garder une copie');
    const {name, text} = await saved(() => chat.press('Télécharger la conversation'));
    expect(name).to.equal('conversation.txt');
    expect(text).to.contain('Conversation avec Le Fournil du Perche');
    expect(text).to.match(/24 novembre 2026, \d+\s?h.* – Vous\nBonjour/);
    expect(text).to.contain('– Anaïs\nRéponse 60');
  });

  it('send it by e-mail', async () => {
    const chat = await talking();
    await chat.choose('Garder une copie');
    const field = chat.one('#copy-email') as HTMLInputElement;
    field.value = 'claire@exemple.fr';
    field.dispatchEvent(new InputEvent('input'));
    await chat.press('L’envoyer par e-mail');
    await until(() => outcome(chat).includes('part vers claire@exemple.fr'), 'it says so');
    expect(hub.transcripts).to.deep.equal(['claire@exemple.fr']);
  });

  it('make a link for another device, which opens the conversation there', async () => {
    const chat = await talking();
    await chat.choose('Continuer sur un autre appareil');
    await chat.press('Créer le lien');
    await until(() => chat.find('#link'), 'a link');
    expect(chat.text).to.match(/Valable jusqu’à \d+ h/);
    const [token = ''] = hub.links.keys();
    storage.clear();
    newPage();
    history.replaceState(null, '', `#local-chat=${token}`);
    const there = put();
    await until(() => there.title === 'Continuer ici', 'it asks first');
    expect(hub.links.size).to.equal(1);
    await there.press('Continuer ici');
    await until(() => there.messages[0] === 'Bonjour', 'the same conversation');
    expect(location.hash).to.equal('');
    await there.send('Me voilà');
    await until(() => hub.conversation.texts.length === 2, 'sent');
  });

  it('say that a link was used already, and keep nothing', async () => {
    history.replaceState(null, '', '#local-chat=used');
    const chat = put();
    await until(() => chat.title === 'Continuer ici', 'it asks first');
    await chat.press('Continuer ici');
    await until(() => outcome(chat).includes('Ce lien ne sert plus'), 'it says so');
    history.replaceState(null, '', location.pathname + location.search);
    expect(storage.names).to.be.empty;
  });

  it('end the conversation', async () => {
    const chat = await talking();
    await chat.choose('Terminer la conversation');
    await chat.press('Terminer');
    await chat.shows('La conversation est terminée.');
    expect(hub.conversation.state).to.equal('ended');
  });

  it('erase it here and there', async () => {
    const chat = await talking();
    await chat.choose('Effacer la conversation');
    await chat.press('Effacer définitivement');
    await until(() => chat.find('#text'), 'a new one may begin');
    expect(chat.messages).to.be.empty;
    expect(hub.rooms.size).to.equal(0);
    expect(storage.names).to.be.empty;
    expect(chat.status).to.equal('C’est effacé.');
    expect(chat.text).to.contain('En envoyant, vous acceptez');
  });

  it('give and erase all that is kept of one', async () => {
    const chat = await talking();
    await chat.choose('Mes données');
    const {name} = await saved(() => chat.press('Télécharger mes données'));
    expect(name).to.equal('mes-donnees.json');
    hub.next.push({when: /^DELETE me/, fate: new Response(null, {status: 204})});
    await chat.press('Tout effacer');
    await until(() => storage.names.length === 0, 'nothing is kept');
  });

  it('say that something did not work', async () => {
    const chat = await talking();
    await chat.choose('Terminer la conversation');
    hub.next.push({when: /end$/, fate: problem(503, 'unavailable')});
    await chat.press('Terminer');
    await until(() => outcome(chat).includes('Cela n’a pas marché.'), 'it says so');
    expect(hub.conversation.state).to.equal('open');
  });

  it('lead to one’s other conversations', async () => {
    hub.profiles.set('ferme', {...bakery, shop: 'ferme', name: 'La Ferme'});
    const chat = await talking();
    await chat.element.talkTo({id: 'ferme', name: 'La Ferme'});
    await chat.shows('La Ferme');
    await chat.send('Des œufs ?');
    await until(() => hub.rooms.size === 2, 'two conversations');
    const [first] = hub.rooms.values();
    hub.say(first!, 'Votre pain est prêt.');
    await chat.shows('Un nouveau message de Le Fournil du Perche');
    await chat.choose('Vos conversations');
    await chat.press('Le Fournil du Perche (1 non lu)');
    await until(() => chat.messages.at(-1) === 'Votre pain est prêt.', 'the other one');
    expect(chat.title).to.equal('Le Fournil du Perche');
  });
});
