import {expect} from '@open-wc/testing';
import {formatMoment} from '@local-widgets/core';
import {
  clock,
  hub,
  newPage,
  nameOf,
  nullStorage,
  open,
  page,
  put,
  refuseStorage,
  storage,
  talking,
  textOf,
  until,
  wake,
  warnings,
} from './harness.js';
import {problem} from './support/fake-hub.js';

describe('the head of the panel', () => {
  it('tells who answers, how soon, and other ways to get in touch', async () => {
    const chat = await open();
    expect(chat.title).to.equal('Le Fournil du Perche');
    expect(textOf(chat.one('.there'))).to.equal('Répond en général en 5 minutes.');
    expect(chat.link('Appeler le 02 33 00 00 01').href).to.equal('tel:0233000001');
    expect(chat.link('Par e-mail, bonjour@fournil.example').href).to.equal(
      'mailto:bonjour@fournil.example',
    );
  });

  it('tells the next opening in words when the shop is closed', async () => {
    hub.changeProfile({isOpen: false, until: '2026-11-25T06:00:00.000Z'});
    const chat = await open();
    await chat.shows('Fermé. Réponse à partir de demain à 7 h.');
    newPage();
    hub.changeProfile({isOpen: false, until: '2026-11-24T13:00:00.000Z'});
    await (await open()).shows('Fermé. Réponse à partir de 14 h.');
    newPage();
    hub.changeProfile({isOpen: false, until: '2026-11-28T08:00:00.000Z'});
    await (await open()).shows('Réponse à partir de samedi 28 novembre à 9 h.');
  });

  it('tells that somebody is away, in their own words', async () => {
    hub.changeProfile({isAway: true, awayText: 'Nous sommes au marché.'});
    const chat = await open();
    await chat.shows('Nous sommes au marché.');
  });

  it('follows the hours while it is open', async () => {
    const chat = await open();
    clock.set('2026-11-24T18:00:01.000Z');
    hub.changeProfile({isOpen: false, until: '2026-11-25T06:00:00.000Z'});
    wake();
    await chat.shows('Fermé. Réponse à partir de demain à 7 h.');
  });

  it('hears that somebody went away', async () => {
    const chat = await talking();
    hub.changeProfile({isAway: true, awayText: 'De retour à midi.'});
    await chat.shows('De retour à midi.');
  });

  it('stays with what the page knows when the hub does not answer, and tries again', async () => {
    hub.isDown = true;
    const attributes = {
      'shop-name': 'Le Fournil',
      phone: '02 33 00 00 02',
      'opening-hours': 'Du mardi au samedi',
    };
    const chat = await open({attributes, children: '<a href="#x">Nos horaires</a>'});
    expect(chat.title).to.equal('Le Fournil');
    expect(chat.notices).to.contain('La discussion ne répond pas pour le moment.');
    expect(chat.link('Appeler le 02 33 00 00 02').href).to.equal('tel:0233000002');
    expect(chat.text).to.contain('Du mardi au samedi');
    await chat.write('Bonjour');
    await chat.press('Envoyer');
    await until(() => chat.errorOf('Votre message'), 'it says that it cannot be sent');
    expect((chat.field('Votre message') as unknown as HTMLTextAreaElement).value).to.equal(
      'Bonjour',
    );
    hub.isDown = false;
    wake();
    await chat.shows('Répond en général en 5 minutes.');
    await chat.press('Envoyer');
    await until(() => chat.states.at(-1) === 'Envoyé', 'sent');
  });

  it('has no field where the hub does not chat', async () => {
    hub.changeProfile({isEnabled: false});
    const chat = await open();
    expect(chat.notices).to.contain('La discussion n’est pas proposée pour le moment.');
    expect(chat.find('#text')).to.equal(null);
  });
});

describe('before the first message', () => {
  it('greets, and answers what is asked most without asking the hub', async () => {
    const chat = await open();
    expect(chat.text).to.contain('Bonjour ! Une question sur nos pains, une commande ?');
    const summary = chat.one('summary');
    expect(textOf(summary)).to.equal('Quels sont vos horaires ?');
    summary.click();
    expect(chat.text).to.contain('Du mardi au samedi, de 7 h à 19 h 30.');
    expect(hub.seen.length).to.equal(1);
  });

  it('puts a question without an answer into the field', async () => {
    const chat = await open();
    await chat.press('Faites-vous des pains sans gluten ?');
    expect((chat.field('Votre message') as unknown as HTMLTextAreaElement).value).to.equal(
      'Faites-vous des pains sans gluten ?',
    );
    expect(chat.focused).to.equal('Votre message');
  });

  it('says what is kept for how long, once', async () => {
    const chat = await open();
    expect(chat.text).to.contain('conservés 30 jours');
    const link = chat.link('Vos données');
    expect(link.href).to.equal('https://fournil.example/donnees');
    expect(link.rel).to.contain('noopener');
    await chat.send('Bonjour');
    await until(() => !chat.text.includes('conservés'), 'it was said');
    const [begin] = hub.asked('PUT', 'rooms');
    expect(begin?.body).to.include({shop: 'fournil', language: 'fr', consent: true});
    expect((begin?.body as {page: string}).page).not.to.contain('?');
  });

  it('asks for one way to answer when nobody is there, and for no more', async () => {
    hub.changeProfile({isOpen: false, until: '2026-11-25T06:00:00.000Z'});
    const chat = await open();
    await chat.shows('Comment vous répondre ?');
    await chat.write('Un gâteau pour dimanche ?');
    await chat.press('Envoyer');
    await until(() => chat.focused === 'E-mail', 'the keyboard is where it is wrong');
    expect(chat.errorOf('E-mail')).to.contain('Indiquez un e-mail ou un téléphone');
    await chat.type('E-mail', 'claire@');
    await chat.press('Envoyer');
    expect(chat.errorOf('E-mail')).to.contain('semble incomplète');
    await chat.type('E-mail', 'claire@exemple.fr');
    await chat.press('Envoyer');
    await until(() => chat.states.at(-1) === 'Envoyé', 'sent');
    expect(hub.conversation.contact).to.deep.equal({email: 'claire@exemple.fr'});
    expect(chat.find('#email')).to.equal(null);
  });

  it('asks for nothing when somebody is there', async () => {
    const chat = await open();
    expect(chat.find('#email')).to.equal(null);
  });

  it('sends nothing empty, and says so', async () => {
    const chat = await open();
    await chat.write('  \n ');
    await chat.press('Envoyer');
    await until(() => chat.errorOf('Votre message') === 'Écrivez votre message.', 'it says so');
    expect(chat.focused).to.equal('Votre message');
  });

  it('counts what is left near the end, and refuses what is too long without cutting it', async () => {
    const chat = await open();
    await chat.write('x'.repeat(1700));
    expect(chat.text).not.to.contain('Encore');
    await chat.write('x'.repeat(1990));
    expect(chat.text).to.contain('Encore 10 caractères');
    await chat.write('x'.repeat(2003));
    await chat.press('Envoyer');
    await until(() => chat.errorOf('Votre message').includes('enlevez 3 caractères'), 'it says so');
    expect(hub.rooms.size).to.equal(0);
  });

  it('keeps what was typed when the panel is closed', async () => {
    const chat = await open();
    await chat.write('Bonjour, je');
    await chat.press('Fermer');
    chat.launcher.click();
    await chat.opened();
    expect((chat.field('Votre message') as unknown as HTMLTextAreaElement).value).to.equal(
      'Bonjour, je',
    );
  });

  it('makes the proof of work that the hub wants, and tells how far it is', async () => {
    hub.needsProof = true;
    hub.hardness = 3000;
    const chat = await open();
    const told = new Set<string>();
    const watch = new MutationObserver(() => told.add(chat.notices));
    watch.observe(chat.root, {subtree: true, childList: true, characterData: true});
    await chat.send('Bonjour');
    await until(() => chat.states.at(-1) === 'Envoyé', 'sent');
    watch.disconnect();
    expect([...told].join()).to.match(/Vérification contre les robots… \d+ %/);
    expect(chat.notices).to.equal('');
  });
});

describe('messages', () => {
  it('are sent by Enter, and have lines by Shift and Enter', async () => {
    const chat = await open();
    await chat.write('Bonjour');
    const field = chat.one('#text');
    field.dispatchEvent(
      new KeyboardEvent('keydown', {key: 'Enter', shiftKey: true, bubbles: true}),
    );
    await chat.settled();
    expect(chat.messages).to.be.empty;
    const composing = {key: 'Enter', isComposing: true, bubbles: true};
    field.dispatchEvent(new KeyboardEvent('keydown', composing));
    expect(chat.messages).to.be.empty;
    field.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true}));
    await until(() => chat.messages.length === 1, 'sent');
    expect((field as HTMLTextAreaElement).value).to.equal('');
    await until(() => chat.focused === 'Votre message', 'one writes on');
  });

  it('say what became of them: waiting, sent, delivered, read', async () => {
    const chat = await open();
    hub.isDown = true;
    await chat.send('Bonjour');
    expect(chat.states).to.deep.equal(['En attente']);
    hub.isDown = false;
    page.dispatchEvent(new Event('online'));
    await until(() => chat.states[0] === 'Envoyé', 'sent');
    await until(() => hub.streamCount > 0, 'a line');
    hub.conversation.mark('delivered', 'shop', 1);
    await until(() => chat.states[0] === 'Distribué', 'delivered');
    hub.conversation.mark('read', 'shop', 1);
    await until(() => chat.states[0] === 'Lu', 'read');
    expect(chat.status).to.equal('Message lu.');
  });

  it('show links as links that lead out safely, and nothing as markup', async () => {
    const chat = await talking();
    hub.say(
      hub.conversation,
      'Voir https://fournil.example/a_(b)?c=1. <img src=x onerror=alert(1)> javascript:alert(2)\nou www.exemple.fr, ou bonjour@fournil.example !',
    );
    await until(() => chat.messages.length === 2, 'it is there');
    const links = chat.all<HTMLAnchorElement>('.message .text a');
    expect(links.map(({href}) => href)).to.deep.equal([
      'https://fournil.example/a_(b)?c=1',
      'https://www.exemple.fr/',
      'mailto:bonjour@fournil.example',
    ]);
    for (const {rel, target} of links.slice(0, 2)) {
      expect(rel).to.equal('noopener noreferrer nofollow ugc');
      expect(target).to.equal('_blank');
    }
    expect(chat.messages[1]).to.contain('<img src=x onerror=alert(1)> javascript:alert(2)');
    expect(chat.find('.message img')).to.equal(null);
  });

  it('stand together by day and author, with their times', async () => {
    const chat = await talking();
    clock.set('2026-11-24T09:31:00.000Z');
    hub.say(hub.conversation, 'Bonjour !');
    hub.say(hub.conversation, 'Oui ?');
    clock.set('2026-11-25T09:00:00.000Z');
    hub.say(hub.conversation, 'Êtes-vous encore là ?');
    await until(() => chat.messages.length === 4, 'all');
    expect(chat.all('.day').map(textOf)).to.deep.equal(['Hier', 'Aujourd’hui']);
    expect(
      chat.all('.message.together').map(each => textOf(each.querySelector('.text'))),
    ).to.deep.equal(['Oui ?']);
    for (const time of chat.all<HTMLTimeElement>('.message time')) {
      expect(time.dateTime).to.match(/^2026-11-2[45]T/);
      expect(textOf(time)).to.match(/^\d+ h( \d\d)?$/);
    }
  });

  it('that are refused say why, and can be sent again or given up', async () => {
    const chat = await talking();
    hub.blockedWord = 'zut';
    await chat.send('zut alors');
    await chat.shows('Ce message contient un mot refusé ici.');
    expect(chat.status).to.equal('Message non envoyé.');
    hub.blockedWord = '';
    await chat.press('Renvoyer');
    await until(() => hub.conversation.texts.length === 2, 'sent');
    hub.blockedWord = 'zut';
    await chat.send('zut encore');
    await chat.shows('Ce message contient un mot refusé ici.');
    await chat.press('Abandonner');
    await until(() => chat.messages.length === 2, 'gone');
  });

  it('that are too many wait as long as the hub says, and it is said', async () => {
    const chat = await talking();
    const fate = problem(429, 'too-many-requests', {'retry-after': '30'});
    hub.next.push({when: /messages/, fate});
    await chat.send('Et encore une question');
    await until(() => chat.notices.includes('partira dans 30 secondes'), 'it is said');
    wake();
    await until(() => chat.states.at(-1) === 'Envoyé', 'sent');
    expect(chat.notices).to.equal('');
  });

  it('wait on the device while nothing gets through, and leave by themselves', async () => {
    const chat = await talking();
    hub.isDown = true;
    hub.cut();
    await chat.send('Vous m’entendez ?');
    await until(() => chat.notices.includes('Connexion interrompue.'), 'it is said');
    const when = formatMoment(clock.now(), 'fr').replace(/\s/g, ' ');
    expect(chat.notices).to.include(`Dernières nouvelles reçues le ${when}.`);
    const field = chat.one('#text') as HTMLTextAreaElement;
    expect(field.disabled).to.equal(false);
    expect(storage.names.length).to.equal(2);
    hub.isDown = false;
    page.dispatchEvent(new Event('online'));
    await until(() => chat.states.at(-1) === 'Envoyé', 'sent');
    await until(() => chat.notices === '', 'nothing more to say');
    expect(storage.names.length).to.equal(1);
  });

  it('can be taken back, after a question', async () => {
    const chat = await talking();
    await chat.press('Supprimer ce message');
    await until(() => chat.focused === 'Supprimer', 'the keyboard is at the question');
    await chat.press('Garder');
    expect(chat.findButton('Garder')).to.equal(undefined);
    await chat.press('Supprimer ce message');
    await chat.press('Supprimer');
    await until(() => chat.messages[0] === 'Message supprimé.', 'gone');
    expect(hub.conversation.texts).to.be.empty;
  });

  it('that moderators removed tell the reason, and how to contest it', async () => {
    const chat = await talking();
    const {conversation} = hub;
    const [first] = conversation.events;
    const id = first?.kind === 'message' ? first.message.id : '';
    conversation.forget(id);
    conversation.add({kind: 'deleted', message: id, by: 'moderator', reason: 'Insultes'});
    await chat.shows('Message retiré par la modération. Motif : Insultes');
    expect(chat.text).to.contain('Pour contester, répondez-nous');
  });

  it('say that they will be lost where the browser keeps nothing', async () => {
    refuseStorage();
    const chat = await open();
    expect(chat.notices).to.equal('');
    await chat.send('Bonjour');
    await until(() => chat.notices.includes('sera perdue'), 'it is said');
    await until(() => chat.states.at(-1) === 'Envoyé', 'sent');
  });

  it('are sent all the same where storage is nothing at all, as in some web views', async () => {
    nullStorage();
    const chat = await open();
    await chat.send('Bonjour');
    await until(() => chat.states.at(-1) === 'Envoyé', 'sent');
    expect(chat.notices).to.include('sera perdue');
  });

  it('older than the last page come by a button, and the reader stays where they were', async () => {
    const chat = await talking();
    for (let each = 1; each <= 120; each++) hub.say(hub.conversation, `Message ${each}`);
    await chat.press('Fermer');
    newPage();
    const again = put();
    await again.settled();
    again.launcher.click();
    await until(() => again.messages.length === 50, 'the last page');
    const {log} = again;
    await until(() => log.scrollTop > 0, 'it is at its end');
    log.scrollTop = 300;
    await new Promise(requestAnimationFrame);
    const row = again.all('.message')[5]!;
    const before = row.getBoundingClientRect().top;
    await again.press('Messages plus anciens');
    await until(() => again.messages.length === 100, 'older ones');
    expect(Math.abs(row.getBoundingClientRect().top - before)).to.be.lessThan(2);
    await again.press('Messages plus anciens');
    await until(() => again.messages.length === 121, 'all');
    expect(again.findButton('Messages plus anciens')).to.equal(undefined);
  });

  it('that come while one reads further up are told, and move nothing', async () => {
    const chat = await talking();
    for (let each = 1; each <= 30; each++) hub.say(hub.conversation, `Message ${each}`);
    await until(() => chat.messages.length === 31, 'many');
    const {log} = chat;
    log.scrollTop = 0;
    log.dispatchEvent(new Event('scroll'));
    hub.say(hub.conversation, 'Encore un');
    hub.say(hub.conversation, 'Et un autre');
    await until(() => chat.findButton('2 nouveaux messages'), 'it is told');
    expect(log.scrollTop).to.equal(0);
    await chat.press('2 nouveaux messages');
    await until(() => log.scrollHeight - log.scrollTop - log.clientHeight < 2, 'at the end');
    expect(chat.findButton('2 nouveaux messages')).to.equal(undefined);
  });

  it('are marked as read when they are in sight, not before', async () => {
    const chat = await talking();
    await chat.press('Fermer');
    hub.say(hub.conversation, 'Bonjour !');
    await until(() => chat.launcherText.includes('1 nouveau message'), 'a badge');
    expect(hub.asked('PUT', `rooms/${hub.conversation.id}/read`)).to.be.empty;
    chat.launcher.click();
    await chat.opened();
    await until(() => hub.conversation.events.some(({kind}) => kind === 'read'), 'read');
    expect(chat.launcherText).to.equal('Discuter');
  });

  it('show who types, and what one types is told', async () => {
    const chat = await talking();
    hub.type(hub.conversation);
    await chat.shows('Anaïs écrit…');
    hub.say(hub.conversation, 'Voilà');
    await until(() => !chat.text.includes('écrit…'), 'not any more');
    await chat.write('M');
    await until(
      () => hub.asked('POST', `rooms/${hub.conversation.id}/typing`).length === 1,
      'told',
    );
  });

  it('that a blocked person writes are refused, and it is said', async () => {
    const chat = await talking();
    hub.isBlocked = true;
    await chat.send('Encore moi');
    await chat.shows('Vous ne pouvez plus écrire ici.');
  });
});

describe('where a conversation ends', () => {
  it('says that it has, and begins another one', async () => {
    const chat = await talking();
    hub.conversation.state = 'ended';
    hub.conversation.add({kind: 'state', state: 'ended', by: 'shop'});
    await chat.shows('La conversation est terminée.');
    expect(chat.find('#text')).to.equal(null);
    await chat.press('Nouvelle conversation');
    await until(() => chat.find('#text'), 'one may write');
    expect(chat.messages).to.be.empty;
    await chat.send('Une autre question');
    await until(() => hub.rooms.size === 2, 'another one');
  });

  it('says that the hub has it no more, and takes along what was not sent', async () => {
    const chat = await talking();
    hub.rooms.clear();
    await chat.send('Toujours là ?');
    await chat.shows('Cette conversation n’existe plus.');
    await chat.press('Nouvelle conversation');
    expect((chat.field('Votre message') as unknown as HTMLTextAreaElement).value).to.equal(
      'Toujours là ?',
    );
  });
});

describe('a page that nobody looks at', () => {
  const hidden = (isHidden: boolean): void => {
    Object.defineProperty(document, 'hidden', {value: isHidden, configurable: true});
    page.dispatchEvent(new Event('visibilitychange'));
  };

  afterEach(() => {
    Reflect.deleteProperty(document, 'hidden');
    page.dispatchEvent(new Event('visibilitychange'));
  });

  it('has the number of new messages in its title, until it is looked at', async () => {
    const title = 'Mairie de Sainte-Aubrette';
    document.title = title;
    const chat = await talking();
    hidden(true);
    hub.say(hub.conversation, 'un');
    hub.say(hub.conversation, 'deux');
    await until(() => document.title === `(2) ${title}`, 'the number');
    expect(hub.conversation.events.some(({kind}) => kind === 'read')).to.equal(false);
    hidden(false);
    expect(document.title).to.equal(title);
    await chat.settled();
    await until(() => hub.conversation.events.some(({kind}) => kind === 'read'), 'read');
  });
});

describe('a file of the panel that does not come', () => {
  it('is no dead end: the telephone is', async () => {
    const chat = put({attributes: {phone: '02 33 00 00 01'}, children: '<a href="#x">Mairie</a>'});
    await chat.settled();
    const {element} = chat;
    const broken = Reflect.get(element, 'panel') as {load: () => Promise<never>};
    broken.load = () => Promise.reject(new Error('404'));
    chat.launcher.click();
    await until(() => chat.find('.note'), 'it says so');
    expect(textOf(chat.find('.note'))).to.contain('La discussion n’a pas pu s’ouvrir.');
    expect(chat.link('Appeler le 02 33 00 00 01').href).to.equal('tel:0233000001');
    expect(warnings.join()).to.contain('the panel could not be loaded');
    expect(nameOf(chat.launcher)).to.equal('Discuter');
  });
});
