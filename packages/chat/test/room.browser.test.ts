import {expect} from '@open-wc/testing';
import {
  clock,
  hub,
  joined,
  neighbours,
  neighbourSays,
  newPage,
  put,
  storage,
  textOf,
  until,
  wake,
} from './harness.js';
import {problem} from './support/fake-hub.js';

describe('a room where neighbours meet', () => {
  it('asks nobody before it is opened', async () => {
    hub.publicRoom();
    const chat = put({attributes: {room: 'place-du-marche', layout: 'inline'}});
    await chat.settled();
    expect(chat.launcherText).to.equal('Ouvrir le salon');
    expect(hub.seen).to.be.empty;
  });

  it('can be read by anybody, without a secret and without leaving anything on the device', async () => {
    const room = hub.publicRoom();
    neighbourSays(room, 'Le poissonnier vient samedi ?');
    hub.say(room, 'Oui, dès 8 h.');
    const chat = await neighbours();
    await until(() => chat.messages.length === 2, 'what was said');
    expect(chat.title).to.equal('Place du marché');
    expect(chat.text).to.contain('Les voisins du marché se parlent ici.');
    expect(chat.text).to.contain('Pour écrire, choisissez un pseudonyme et acceptez les règles.');
    expect(chat.find('#text')).to.equal(null);
    expect(storage.names).to.be.empty;
    expect(hub.seen.filter(({secret}) => secret)).to.be.empty;
  });

  it('says that nobody has written yet, until somebody has', async () => {
    const room = hub.publicRoom();
    const chat = await neighbours();
    await until(() => chat.text.includes('Personne n’a encore écrit ici.'), 'it is empty');
    neighbourSays(room, 'Le poissonnier vient samedi ?');
    wake();
    await until(() => chat.messages.length === 1, 'somebody wrote');
    expect(chat.text).not.to.contain('Personne n’a encore écrit ici.');
  });

  it('goes on being read by those who only read', async () => {
    const room = hub.publicRoom();
    const chat = await neighbours();
    neighbourSays(room, 'Bonjour');
    wake();
    await until(() => chat.messages.length === 1, 'it came');
    expect(hub.streamCount).to.equal(0);
  });

  it('takes a nickname once its rules are accepted, and says what is missing', async () => {
    const room = hub.publicRoom();
    const chat = await neighbours();
    await chat.press('Participer');
    expect(chat.title).to.equal('Participer au salon');
    expect(chat.text).to.contain('Soyez courtois. Pas d’annonces commerciales.');
    expect(chat.text).to.contain('Vos messages sont publics, et gardés 30 jours.');
    await chat.press('Entrer');
    expect(chat.errorOf('J’ai lu les règles')).to.contain('Cochez la case');
    expect(chat.errorOf('Pseudonyme')).to.contain('Choisissez un pseudonyme');
    expect(storage.names).to.be.empty;
    await chat.type('Pseudonyme', 'Yann');
    chat.field('J’ai lu les règles').click();
    await chat.press('Entrer');
    await until(() => chat.find('#text'), 'one may write');
    await until(() => chat.focused === 'Votre message', 'the field has the keyboard');
    expect([...room.members.values()][0]?.name).to.equal('Yann');
    await chat.send('Bonjour à tous');
    await until(() => chat.states.at(-1) === 'Envoyé', 'sent');
    expect(room.texts).to.deep.equal(['Bonjour à tous']);
  });

  it('says that a nickname is taken', async () => {
    const room = hub.publicRoom();
    room.members.set('x', {id: 'member-x', role: 'visitor', name: 'Yann'});
    const chat = await neighbours();
    await chat.press('Participer');
    await chat.type('Pseudonyme', 'Yann');
    chat.field('J’ai lu les règles').click();
    await chat.press('Entrer');
    await until(() => chat.errorOf('Pseudonyme').includes('déjà pris'), 'it says so');
    expect(chat.focused).to.equal('Pseudonyme');
    expect(storage.names).to.be.empty;
  });

  it('hears by the stream once one has joined, on the next page as well', async () => {
    const room = hub.publicRoom();
    await joined();
    await until(() => hub.streamCount === 1, 'a line');
    newPage();
    const chat = await neighbours();
    await until(() => chat.find('#text'), 'one may write at once');
    await until(() => hub.streamCount === 1, 'a line');
    neighbourSays(room, 'Bonjour Yann');
    await until(() => chat.messages.includes('Bonjour Yann'), 'it came');
  });

  it('asks anew when its rules have changed', async () => {
    const room = hub.publicRoom();
    await joined();
    newPage();
    room.settings = {...room.settings!, rulesVersion: '2026-12-01', rules: 'Autres règles.'};
    const chat = await neighbours();
    await chat.shows('Les règles ont changé.');
    await chat.press('Participer');
    expect(chat.field('Pseudonyme').value).to.equal('Yann');
    expect(chat.text).to.contain('Autres règles.');
  });

  it('shows one’s own message while a moderator reads it, and to nobody else', async () => {
    const room = hub.publicRoom('place-du-marche', {isPremoderated: true});
    const chat = await joined();
    expect(chat.text).to.contain('Chaque message est lu par la modération');
    await chat.send('Qui vend des endives ?');
    await chat.shows('En attente de validation.');
    const held = room.events.at(-1)!;
    if (held.kind !== 'held' || !held.message) throw new Error('not held');
    expect(room.shownTo('somebody else', held)).not.to.have.property('message');
    room.add({kind: 'approved', message: held.message});
    await until(() => chat.states.at(-1) === 'Envoyé', 'published');
  });

  it('counts down where it is slow, and sends nothing before', async () => {
    const room = hub.publicRoom('place-du-marche', {slowSeconds: 30});
    const chat = await joined();
    expect(chat.text).to.contain('Un message toutes les 30 secondes.');
    await chat.send('un');
    await chat.shows('Prochain message dans 30 secondes.');
    await chat.write('deux');
    await chat.press('Envoyer');
    clock.set('2026-11-24T09:30:20.000Z');
    await chat.shows('Prochain message dans 10 secondes.');
    expect(room.texts).to.deep.equal(['un']);
    clock.set('2026-11-24T09:30:31.000Z');
    await chat.shows('Un message toutes les 30 secondes.');
    await chat.press('Envoyer');
    await until(() => room.texts.length === 2, 'sent');
  });

  it('says when it is closed, and when one can write again', async () => {
    const room = hub.publicRoom();
    room.isWritable = false;
    room.until = '2026-11-25T07:00:00.000Z';
    const chat = await neighbours();
    await chat.shows('On peut y écrire à partir de demain à 8 h.');
    expect(chat.findButton('Participer')).to.equal(undefined);
  });

  it('says that somebody who is banned cannot write', async () => {
    hub.publicRoom();
    const chat = await joined();
    hub.isBlocked = true;
    await chat.send('Bonjour');
    await chat.shows('Vous ne pouvez plus écrire ici.');
  });

  it('says that it is gone', async () => {
    const chat = put({attributes: {room: 'nulle-part', layout: 'inline'}});
    await chat.settled();
    chat.launcher.click();
    await chat.shows('n’existe plus');
  });

  it('takes a report of a message: reason, words, good faith, and an address if one likes', async () => {
    const room = hub.publicRoom();
    const id = neighbourSays(room, 'Achetez mes miracles !');
    const chat = await neighbours();
    await until(() => chat.messages.length === 1, 'the message');
    await chat.press('Signaler ce message');
    expect(chat.text).to.contain('Achetez mes miracles !');
    await chat.press('Envoyer le signalement');
    expect(chat.text).to.contain('Choisissez un motif.');
    expect(chat.errorOf('Expliquez en quelques mots')).to.contain('Expliquez pourquoi');
    expect(chat.errorOf('Je pense de bonne foi')).to.contain('Cochez la case');
    chat.field('Publicité').click();
    await chat.type('Expliquez en quelques mots', 'C’est une publicité.');
    await chat.type('E-mail, pour connaître', 'claire@exemple.fr');
    chat.field('Je pense de bonne foi').click();
    await chat.press('Envoyer le signalement');
    await chat.shows('La modération a reçu votre signalement');
    expect(hub.reports).to.deep.equal([
      {
        message: id,
        reason: 'spam',
        explanation: 'C’est une publicité.',
        goodFaith: true,
        email: 'claire@exemple.fr',
      },
    ]);
    await chat.press('Retour');
    await until(() => chat.messages.length === 1, 'the messages again');
  });

  it('says that a report did not get through', async () => {
    neighbourSays(hub.publicRoom(), 'Bonjour');
    const chat = await neighbours();
    await until(() => chat.messages.length === 1, 'the message');
    await chat.press('Signaler ce message');
    chat.field('Contraire aux règles').click();
    await chat.type('Expliquez en quelques mots', 'Voilà.');
    chat.field('Je pense de bonne foi').click();
    hub.next.push({when: /reports/, fate: problem(500, 'internal')});
    await chat.press('Envoyer le signalement');
    await until(() => textOf(chat.one('[role=alert]')).includes('n’est pas parti'), 'it says so');
  });

  it('can be left, and what one said goes with one', async () => {
    const room = hub.publicRoom();
    const chat = await joined();
    await chat.send('Bonjour');
    await until(() => chat.states.at(-1) === 'Envoyé', 'sent');
    await chat.choose('Quitter le salon');
    await chat.press('Quitter et effacer mes messages');
    await until(() => chat.find('#join'), 'one reads on');
    expect(storage.names).to.be.empty;
    expect(hub.asked('DELETE', `rooms/${room.id}`).length).to.equal(1);
  });
});
