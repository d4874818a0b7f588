import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {said, summaryOf} from './chat-town.js';
import {busyChat, FakeChat, HALLES, MARIE, NOBODY, OLD, SMITH} from './fake-chat.js';
import {busyHub, FakeHub, problem} from './fake-hub.js';
import {normal, put, until} from './harness.js';
import {openInbox} from './inbox-harness.js';

describe('<local-inbox>', () => {
  it('is accessible, in light and dark, wide and narrow', async () => {
    for (const scheme of ['light', 'dark'] as const) {
      const inbox = await openInbox({scheme, width: scheme === 'dark' ? 320 : 1200});
      await expect(inbox.desk.element).to.be.accessible();
      await inbox.open(MARIE);
      await expect(inbox.desk.element).to.be.accessible();
    }
  });

  it('lists conversations with who, what, when, what waits and who takes care', async () => {
    const inbox = await openInbox();
    expect(inbox.rooms).to.deep.equal([
      'Marie Lefèvre',
      'Visiteur',
      'Salon des Halles',
      'John Smith',
    ]);
    const marie = normal(inbox.row(MARIE).innerText);
    expect(marie).to.include('9 h 58').and.to.include('Et peut-on venir').and.to.include('2');
    expect(marie).to.include('(2 messages à lire)').and.to.include('Commande');
    const smith = normal(inbox.row(SMITH).innerText);
    expect(smith).to.include('Tom : Hello! Our buckwheat').and.to.include('anglais');
    expect(normal(inbox.row(HALLES).innerText))
      .to.include('1 à valider')
      .and.to.include('hier');
    expect(normal(inbox.desk.tab('Messages').textContent)).to.equal('Messages 3(3 à lire)');
  });

  it('filters by state, by who takes care, by text, and puts first what waits', async () => {
    const inbox = await openInbox();
    const {desk} = inbox;
    desk.field('À lire d’abord').click();
    await desk.settled();
    expect(inbox.rooms.indexOf('John Smith')).to.equal(1);
    await desk.type('Attribution', 'mine');
    await desk.shows('Aucune conversation ne correspond.');
    await desk.type('Attribution', 'unassigned');
    expect(inbox.rooms).to.deep.equal(['Marie Lefèvre', 'Visiteur']);
    await desk.type('Attribution', 'all');
    await desk.type('Rechercher un nom, un message, un code', 'buches');
    expect(inbox.rooms).to.deep.equal(['Visiteur']);
    await desk.type('Rechercher un nom, un message, un code', '');
    await desk.type('État', 'ended');
    await until(() => inbox.rooms.includes('Paul'), 'what is ended');
    expect(inbox.rooms).to.deep.equal(['Paul']);
    await expect(desk.element).to.be.accessible();
  });

  it('brings older conversations page by page', async () => {
    const chat = busyChat();
    chat.pageSize = 2;
    const inbox = await openInbox({chat});
    expect(inbox.rooms).to.deep.equal(['Marie Lefèvre', 'John Smith']);
    const mend = chat.hub.fail(/before=/, 'network');
    await inbox.desk.press('Conversations plus anciennes');
    await inbox.desk.shows('Le serveur ne répond pas.');
    mend();
    await inbox.desk.press('Réessayer');
    await until(() => inbox.rooms.length === 4, 'the other page');
    expect(inbox.desk.findButton('Conversations plus anciennes')).to.equal(undefined);
  });

  it('shows what was said: by whom, when, by what way, how far it came', async () => {
    const inbox = await openInbox();
    await inbox.open(MARIE);
    expect(inbox.said).to.deep.equal([
      'Bonjour, avez-vous encore des tartes aux pommes pour dimanche ?',
      'Bonjour Marie, oui, il nous en reste quatre.',
      'Parfait. La recette est celle de https://fournil.example/tartes ?',
      'Et peut-on venir la chercher à 9 h ? Mon numéro : 06 39 98 11 22',
    ]);
    const {desk} = inbox;
    await until(() => desk.all('.by').some(by => normal(by.textContent) === 'Vous'), 'who I am');
    expect(desk.all('.sent-state').map(state => normal(state.textContent))).to.deep.equal(['Lu']);
    expect(desk.all('.new-line').length).to.equal(1);
    const links = desk.all<HTMLAnchorElement>('.message a').map(link => link.href);
    expect(links).to.deep.equal(['https://fournil.example/tartes', 'tel:0639981122']);
    expect(desk.all('.message a')[0]!.getAttribute('rel')).to.include('ugc');
    await inbox.open(SMITH);
    expect(normal(desk.all('.message .at')[0]!.textContent)).to.include('par e-mail');
  });

  it('shows text from outside as text', async () => {
    const chat = busyChat();
    chat.say(MARIE, '<img src=x onerror=alert(1)> javascript:alert(2) https://a@evil.example/');
    const inbox = await openInbox({chat});
    await inbox.open(MARIE);
    const last = inbox.desk.all('.message').at(-1)!;
    expect(last.textContent).to.include('<img src=x');
    expect(last.querySelector('img, a')).to.equal(null);
  });

  it('says who is there and where they come from, one tap from phone and mail', async () => {
    const inbox = await openInbox({width: 1200});
    await inbox.open(MARIE);
    const facts = inbox.desk.all('.facts')[0]!;
    const links = [...facts.querySelectorAll('a')].map(({href}) => href);
    expect(links).to.deep.equal([
      'tel:0639981122',
      'mailto:marie@exemple.fr',
      'https://mairie.example/commerces/fournil',
    ]);
    expect(normal(facts.innerText)).to.include('Langue français');
    await inbox.open(SMITH);
    await inbox.desk.shows('Langue : anglais');
  });

  describe('a reply', () => {
    it('is sent once, shown at once, and heard as sent', async () => {
      const inbox = await openInbox();
      await inbox.open(MARIE);
      await inbox.send('  Oui, dès 9 h.  ');
      await inbox.says('Oui, dès 9 h.');
      await until(() => inbox.chat.hub.callsTo(/PUT .*messages/).length === 1, 'a request');
      expect(inbox.chat.hub.callsTo(/PUT .*messages/)[0]!.body).to.deep.equal({
        text: 'Oui, dès 9 h.',
      });
      await until(() => !inbox.desk.all('[data-unsent]').length, 'it is in');
      expect(inbox.said.filter(text => text === 'Oui, dès 9 h.').length).to.equal(1);
      expect(inbox.field.value).to.equal('');
      expect(inbox.desk.focused).to.equal('Votre réponse à Marie Lefèvre');
      expect(inbox.chat.hub.stored.size).to.equal(0);
      const status = inbox.desk.all('.composer [role=status]')[0]!;
      expect(normal(status.textContent)).to.equal('Message envoyé.');
      await inbox.write('Et');
      expect(normal(status.textContent)).to.equal('');
      expect(inbox.desk.all('.message').at(-1)!.getAttribute('aria-live')).to.equal('off');
    });

    it('goes out with Enter, and has lines with Shift and Enter', async () => {
      const inbox = await openInbox();
      await inbox.open(MARIE);
      inbox.field.focus();
      await sendKeys({type: 'Un'});
      await sendKeys({down: 'Shift'});
      await sendKeys({press: 'Enter'});
      await sendKeys({up: 'Shift'});
      await sendKeys({type: 'deux'});
      expect(inbox.field.value).to.equal('Un\ndeux');
      await sendKeys({press: 'Enter'});
      await inbox.says('Un deux');
      expect(inbox.chat.hub.callsTo(/PUT .*messages/)[0]!.body).to.deep.equal({text: 'Un\ndeux'});
    });

    it('is kept over a reload until the hub has it, with the same id', async () => {
      const chat = busyChat();
      const mend = chat.hub.fail(/PUT .*messages/, 'network');
      const before = await openInbox({chat});
      await before.open(MARIE);
      await before.send('Je vous rappelle.');
      await until(() => chat.hub.callsTo(/PUT .*messages/).length > 0, 'a try');
      const {path} = chat.hub.callsTo(/PUT .*messages/)[0]!;
      expect([...chat.hub.stored.keys()]).to.deep.equal(['local-inbox:outbox:p1']);
      before.desk.box.remove();
      mend();
      const after = await openInbox({chat});
      await after.open(MARIE);
      await after.says('Je vous rappelle.');
      await until(() => chat.hub.stored.size === 0, 'it is acknowledged');
      const paths = chat.hub.callsTo(/PUT .*messages/).map(call => call.path);
      expect(new Set(paths)).to.deep.equal(new Set([path]));
      expect(after.said.filter(text => text === 'Je vous rappelle.').length).to.equal(1);
    });

    it('whose answer was lost is not shown twice', async () => {
      const chat = busyChat();
      const inbox = await openInbox({chat});
      await inbox.open(MARIE);
      let isFirst = true;
      chat.hub.rule(call => {
        if (!isFirst || !/PUT .*messages/.test(`${call.method} ${call.path}`)) return undefined;
        isFirst = false;
        const id = call.path.split('/').at(-1)!;
        const author = {id: 'lea', role: 'shop', name: 'Léa'} as const;
        chat.happen(MARIE, {kind: 'message', message: {id, author, text: 'Oui.', via: 'desk'}});
        return 'network';
      });
      await inbox.send('Oui.');
      await until(() => !inbox.desk.all('[data-unsent]').length, 'it is known to be in');
      expect(inbox.said.filter(text => text === 'Oui.').length).to.equal(1);
    });

    it('that is refused says why, and can be sent again, changed, or dropped', async () => {
      const chat = busyChat();
      const inbox = await openInbox({chat});
      await inbox.open(MARIE);
      let isRefused = true;
      chat.hub.rule(({method, path}) =>
        isRefused && method === 'PUT' && path.includes('/messages/')
          ? problem(422, 'blocked-word', {title: 'Un mot est bloqué.'})
          : undefined,
      );
      await inbox.send('Le casino est ouvert.');
      await inbox.desk.shows('Non envoyé. Un mot est bloqué.');
      await expect(inbox.desk.element).to.be.accessible();
      await inbox.desk.press('Modifier');
      expect(inbox.field.value).to.equal('Le casino est ouvert.');
      expect(inbox.desk.all('[data-unsent]').length).to.equal(0);
      isRefused = false;
      await inbox.send('Le jeu est ouvert.');
      await until(() => !inbox.desk.all('[data-unsent]').length, 'it is in');
      isRefused = true;
      await inbox.send('Encore');
      await inbox.desk.shows('Non envoyé.');
      isRefused = false;
      await inbox.desk.press('Réessayer');
      await until(() => !inbox.desk.all('[data-unsent]').length, 'it is in as well');
      isRefused = true;
      await inbox.send('Faux');
      await inbox.desk.shows('Non envoyé.');
      await inbox.desk.press('Supprimer');
      expect(inbox.said.includes('Faux')).to.equal(false);
      expect(chat.hub.stored.size).to.equal(0);
    });

    it('that is too long is not sent, and says so', async () => {
      const inbox = await openInbox();
      await inbox.open(MARIE);
      await inbox.write('a'.repeat(1900));
      expect(inbox.desk.text).to.include('100 caractères restants');
      await inbox.send('a'.repeat(2001));
      expect(inbox.desk.text).to.include('Trop long de 1 caractère.');
      expect(inbox.field.getAttribute('aria-invalid')).to.equal('true');
      expect(inbox.chat.hub.callsTo(/PUT .*messages/)).to.deep.equal([]);
      await expect(inbox.desk.element).to.be.accessible();
    });

    it('takes canned answers, from the button and after a slash', async () => {
      const inbox = await openInbox();
      await inbox.open(MARIE);
      await inbox.write('Bonjour /mer');
      expect(inbox.desk.all('[role=option]').length).to.equal(1);
      await expect(inbox.desk.element).to.be.accessible();
      await sendKeys({press: 'Enter'});
      await inbox.desk.settled();
      expect(inbox.field.value).to.equal('Bonjour Merci et à bientôt !');
      expect(inbox.chat.hub.callsTo(/PUT .*messages/)).to.deep.equal([]);
      await inbox.write('');
      await inbox.desk.press('Réponses types');
      expect(inbox.desk.all('[role=option]').length).to.equal(3);
      await sendKeys({press: 'ArrowDown'});
      await inbox.desk.settled();
      expect(inbox.field.getAttribute('aria-activedescendant')).to.equal('canned-1');
      await sendKeys({press: 'Enter'});
      await inbox.desk.settled();
      expect(inbox.field.value).to.include('La liste des allergènes');
      await inbox.desk.press('Réponses types');
      await sendKeys({press: 'Escape'});
      await inbox.desk.settled();
      expect(inbox.desk.all('[role=option]').length).to.equal(0);
      expect(inbox.desk.all('.talk').length).to.equal(1);
    });

    it('may be a photo: small, without what the camera wrote into it, said in words', async () => {
      const inbox = await openInbox();
      await inbox.open(MARIE);
      const canvas = document.createElement('canvas');
      canvas.width = 3000;
      canvas.height = 1500;
      canvas.getContext('2d')!.fillRect(0, 0, 100, 100);
      const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'));
      const files = new DataTransfer();
      files.items.add(new File([blob!], 'buche.png', {type: 'image/png'}));
      const input = inbox.desk.all<HTMLInputElement>('input[type=file]')[0]!;
      input.files = files.files;
      input.dispatchEvent(new Event('change'));
      await until(() => inbox.desk.all('.photo-choice').length, 'the photo');
      await expect(inbox.desk.element).to.be.accessible();
      const alt = inbox.desk.field('Ce que montre la photo');
      alt.value = 'Une bûche';
      await inbox.desk.press('Envoyer');
      await until(() => inbox.chat.hub.callsTo(/PUT .*messages/).length, 'the message');
      const [image] = inbox.chat.hub.callsTo(/PUT .*images/);
      const sent = image!.body as Blob;
      expect(sent.type).to.equal('image/jpeg');
      const size = await createImageBitmap(sent);
      expect([size.width, size.height]).to.deep.equal([1600, 800]);
      const [message] = inbox.chat.hub.callsTo(/PUT .*messages/);
      const id = image!.path.split('/').at(-1);
      expect(message!.body).to.deep.equal({image: {id, alt: 'Une bûche'}});
      await until(() => inbox.desk.all('.message .picture img').length, 'it is shown');
      const shown = inbox.desk.all<HTMLImageElement>('.message .picture img')[0]!;
      expect(shown.alt).to.equal('Une bûche');
      expect(shown.getAttribute('src')).to.equal(`/v1/rooms/${MARIE}/images/${id}`);
    });

    it('is no photo when the file is none', async () => {
      const inbox = await openInbox();
      await inbox.open(MARIE);
      const files = new DataTransfer();
      files.items.add(new File(['text'], 'notes.png', {type: 'image/png'}));
      const input = inbox.desk.all<HTMLInputElement>('input[type=file]')[0]!;
      input.files = files.files;
      input.dispatchEvent(new Event('change'));
      await inbox.desk.shows('Cette image ne peut pas être lue.');
    });
  });

  describe('what comes in', () => {
    it('is shown by itself, read when it is seen, and not before', async () => {
      const chat = busyChat();
      chat.hub.isSeen = false;
      const inbox = await openInbox({chat});
      await inbox.open(MARIE);
      expect(chat.hub.callsTo(/PUT .*read/)).to.deep.equal([]);
      chat.hub.isSeen = true;
      window.dispatchEvent(new Event('focus'));
      await until(() => chat.hub.callsTo(/PUT .*read/).length === 1, 'a mark');
      expect(chat.hub.callsTo(/PUT .*read/)[0]!.body).to.deep.equal({seq: 7});
      chat.say(MARIE, 'Vous êtes là ?', {name: 'Marie Lefèvre'});
      await inbox.says('Vous êtes là ?');
      await until(() => chat.hub.callsTo(/PUT .*read/).length === 2, 'another mark');
      await until(() => inbox.row(MARIE).dataset['unread'] === undefined, 'it is read');
    });

    it('rings and is told when it is in another conversation, without taking the keyboard', async () => {
      const inbox = await openInbox();
      const received: unknown[] = [];
      inbox.desk.element.addEventListener('local-message-received', ({detail}) =>
        received.push(detail),
      );
      await inbox.open(SMITH);
      await inbox.write('À moitié');
      inbox.chat.say(MARIE, 'Et pour les bûches ?', {name: 'Marie Lefèvre'});
      await until(() => inbox.desk.notice === 'Nouveau message de Marie Lefèvre.', 'a notice');
      expect(received).to.deep.equal([{room: MARIE, shop: 'fournil'}]);
      expect(inbox.desk.focused).to.equal('Votre réponse à John Smith');
      expect(inbox.field.value).to.equal('À moitié');
      expect(inbox.rooms[0]).to.equal('Marie Lefèvre');
      inbox.chat.say(SMITH, 'Thanks', {name: 'John Smith'});
      await inbox.says('Thanks');
      expect(received.length).to.equal(2);
      expect(inbox.desk.notice).to.equal('Nouveau message de Marie Lefèvre.');
    });

    it('of somebody new is a conversation of its own', async () => {
      const inbox = await openInbox();
      const id = '019bb111-0000-4000-8000-000000000099';
      inbox.chat.add(summaryOf({id, lastIn: 0}));
      inbox.chat.say(id, 'Bonjour !', {name: 'Nadia'});
      await until(() => inbox.rooms.includes('Nadia'), 'Nadia');
      expect(inbox.desk.notice).to.equal('Nouveau message de Nadia.');
    });

    it('is heard in the log, and history is not', async () => {
      const inbox = await openInbox();
      const heard: (string | null)[] = [];
      const observer = new MutationObserver(records => {
        const isMessage = (node: Node): boolean =>
          node instanceof Element && (node.matches('.message') || !!node.querySelector('.message'));
        const added = records.flatMap(({addedNodes}) => [...addedNodes]);
        if (added.some(isMessage)) heard.push(inbox.log.getAttribute('aria-live'));
      });
      // attributes change before and after, in records of their own
      observer.observe(inbox.desk.root, {subtree: true, childList: true});
      await inbox.open(NOBODY);
      await until(() => inbox.log.getAttribute('aria-live') === 'polite', 'it is live');
      expect(inbox.said.length).to.equal(1);
      inbox.chat.say(NOBODY, 'Et sans œufs ?');
      await inbox.says('Et sans œufs ?');
      observer.disconnect();
      expect(heard.at(-1)).to.equal('polite');
      expect(inbox.log.getAttribute('aria-label')).to.equal('Messages de Visiteur');
    });

    it('is typed on both sides', async () => {
      const inbox = await openInbox();
      await inbox.open(MARIE);
      const author = {id: 'visitor', role: 'visitor', name: 'Marie'};
      inbox.chat.tell('typing', {room: MARIE, author});
      await inbox.desk.shows('Marie écrit…');
      inbox.chat.hub.pass(6000);
      await until(() => !inbox.desk.text.includes('Marie écrit…'), 'nobody writes');
      await inbox.write('Oui');
      expect(inbox.chat.hub.callsTo(/POST .*typing/).length).to.equal(1);
    });

    it('stays where one reads, and older messages come before', async () => {
      const chat = new FakeChat(busyHub());
      const texts = Array.from({length: 150}, (_, at) => said(`n° ${at + 1}`));
      chat.add(summaryOf({id: MARIE, name: 'Marie'}), texts);
      const inbox = await openInbox({chat, width: 800});
      await inbox.open(MARIE);
      const {log} = inbox;
      expect(inbox.said.length).to.equal(60);
      expect(log.scrollHeight - log.scrollTop - log.clientHeight).to.be.lessThan(30);
      log.scrollTop = 200;
      await inbox.desk.settled();
      const distance = log.scrollHeight - log.scrollTop;
      await inbox.desk.press('Messages plus anciens');
      await until(() => inbox.said.length === 120, 'older ones');
      expect(Math.abs(log.scrollHeight - log.scrollTop - distance)).to.be.lessThan(60);
      chat.say(MARIE, 'Tout en bas');
      await until(() => inbox.desk.findButton('1 nouveau message'), 'the way down');
      expect(log.scrollHeight - log.scrollTop - log.clientHeight).to.be.greaterThan(500);
      await expect(inbox.desk.element).to.be.accessible();
      await inbox.desk.press('1 nouveau message');
      expect(log.scrollHeight - log.scrollTop - log.clientHeight).to.be.lessThan(30);
      await inbox.desk.press('Messages plus anciens');
      await until(() => inbox.said[0] === 'n° 1', 'all of it');
      expect(inbox.said.length).to.equal(151);
    });

    it('puts its number in front of the title, and tells the page', async () => {
      const title = (document.title = 'Mon site');
      const counts: number[] = [];
      const chat = busyChat();
      const desk = put({tag: 'local-inbox', hub: chat.hub, attributes: {'title-badge': ''}});
      desk.element.addEventListener('local-messages-waiting', ({detail}) =>
        counts.push(detail.count),
      );
      await until(() => document.title === `(3) ${title}`, 'the number');
      expect(counts).to.deep.equal([3]);
      desk.box.remove();
      expect(document.title).to.equal(title);
    });
  });

  describe('its line', () => {
    it('loads the list anew after it broke, and what was missed of the open conversation', async () => {
      const inbox = await openInbox();
      const {chat, desk} = inbox;
      await inbox.open(MARIE);
      chat.drop();
      await until(() => desk.connection === 'connexion…', 'the break');
      for (const text of ['un', 'deux', 'trois']) {
        chat.happen(MARIE, {kind: 'message', message: said(text)}, {isTold: false});
      }
      chat.add(summaryOf({id: 'nouvelle', name: 'Inès', lastIn: 0, unread: 1}), [said('Bonjour')]);
      chat.hub.pass(500);
      await until(() => desk.connection === 'en direct', 'the line');
      await inbox.says('trois');
      expect(inbox.said.slice(-3)).to.deep.equal(['un', 'deux', 'trois']);
      expect(inbox.rooms).to.include('Inès');
      expect(chat.streams.length).to.equal(2);
      expect(chat.hub.callsTo(/GET .*events\?after=/).length).to.be.greaterThan(0);
    });

    it('fills a gap when an event comes before its turn', async () => {
      const inbox = await openInbox();
      await inbox.open(MARIE);
      inbox.chat.happen(MARIE, {kind: 'message', message: said('d’abord')}, {isTold: false});
      inbox.chat.say(MARIE, 'ensuite');
      await inbox.says('ensuite');
      expect(inbox.said.slice(-2)).to.deep.equal(['d’abord', 'ensuite']);
    });

    it('begins a log anew when too much was missed', async () => {
      const inbox = await openInbox();
      await inbox.open(MARIE);
      inbox.chat.happen(MARIE, {kind: 'message', message: said('bien plus tard')}, {isTold: false});
      inbox.chat.tell('reset', {room: MARIE, lastSeq: 8}, `${MARIE}:8`);
      await inbox.says('bien plus tard');
    });

    it('asks again and again where a proxy holds the stream back, and says so', async () => {
      const chat = busyChat();
      chat.hello = '';
      const desk = put({tag: 'local-inbox', hub: chat.hub});
      await until(() => chat.hub.pending.includes(5000), 'a wait for the first byte');
      chat.hub.pass(5000);
      await until(() => desk.connection === 'mise à jour toutes les 5 secondes', 'the polling');
      chat.happen(
        MARIE,
        {kind: 'message', message: said('par la liste', {name: 'Marie'})},
        {isTold: false},
      );
      // a question, another try of the stream, a question
      await until(() => {
        chat.hub.pass(5000);
        return desk.notice === 'Nouveau message de Marie Lefèvre.';
      }, 'the news');
    });

    it('says since when nothing comes in, and sends what was written once it is back', async () => {
      const chat = busyChat();
      const inbox = await openInbox({chat});
      await inbox.open(MARIE);
      const mend = chat.hub.fail(/\/v1\//, 'network');
      chat.drop();
      await until(() => chat.hub.pending.includes(500), 'a pause');
      chat.hub.pass(500);
      await inbox.desk.shows('hors ligne depuis 10 h');
      await inbox.desk.shows('Les nouveaux messages n’arrivent plus ici.');
      await inbox.send('Écrit dans le tunnel');
      await inbox.desk.shows('Partira dès que le réseau le permet');
      await expect(inbox.desk.element).to.be.accessible();
      mend();
      await inbox.desk.press('Essayer maintenant');
      await until(() => inbox.desk.connection === 'en direct', 'the line');
      await until(() => !inbox.desk.all('[data-unsent]').length, 'it is in');
      expect(chat.hub.callsTo(/PUT .*messages/).length).to.be.greaterThan(0);
    });

    it('shows what is written in a conversation that could not be loaded', async () => {
      const chat = busyChat();
      const inbox = await openInbox({chat});
      const mend = chat.hub.fail(/\/v1\/rooms/, 'network');
      inbox.row(NOBODY).click();
      await inbox.desk.shows('Le serveur ne répond pas.');
      await inbox.send('Oui, sans lactose.');
      await inbox.says('Oui, sans lactose.');
      mend();
      await inbox.desk.press('Réessayer', inbox.log);
      await inbox.says('Vous faites les bûches');
      chat.hub.pass(250);
      await until(() => !inbox.desk.all('[data-unsent]').length, 'it is in');
      expect(inbox.said).to.deep.equal([
        'Vous faites les bûches sans lactose ?',
        'Oui, sans lactose.',
      ]);
    });

    it('ends with the session, and nothing of the conversations stays on the screen', async () => {
      const inbox = await openInbox();
      await inbox.open(MARIE);
      inbox.chat.hub.session = undefined;
      inbox.chat.drop();
      await until(() => inbox.chat.hub.pending.includes(500), 'a pause');
      inbox.chat.hub.pass(500);
      await inbox.desk.shows('Se connecter au comptoir');
      expect(inbox.desk.text).not.to.include('Marie');
    });
  });

  describe('its states', () => {
    it('are loading, empty, and not open yet', async () => {
      const chat = new FakeChat(new FakeHub());
      let answer: () => void = () => undefined;
      let isHeld = true;
      chat.hub.rule(({path}) =>
        isHeld && path.includes('/rooms?')
          ? new Promise(resolve => {
              answer = () => {
                isHeld = false;
                resolve(Response.json({rooms: [], settings: {...chat.settings, isEnabled: false}}));
              };
            })
          : undefined,
      );
      const desk = put({tag: 'local-inbox', hub: chat.hub});
      await desk.shows('Chargement…');
      chat.settings = {...chat.settings, isEnabled: false};
      await until(() => chat.hub.callsTo(/rooms\?/).length, 'the question');
      answer();
      await desk.shows('La messagerie n’est pas ouverte aux visiteurs.');
      expect(Boolean(desk.findButton('Régler la messagerie'))).to.equal(true);
      expect(desk.findButton('Absence : prévenir les visiteurs que personne ne répond')).to.equal(
        undefined,
      );
      await expect(desk.element).to.be.accessible();
    });

    it('say that a hub has no chat, and leave the orders alone', async () => {
      const hub = busyHub();
      const desk = put({tag: 'local-desk', hub});
      await until(() => desk.connection === 'en direct', 'the orders');
      desk.tab('Messages').click();
      await desk.shows('Ce serveur n’a pas de messagerie.');
      expect(desk.connection).to.equal('en direct');
    });

    it('say that a role is too low', async () => {
      const chat = busyChat();
      chat.hub.fail(/rooms\?/, 'forbidden', 403);
      const desk = put({tag: 'local-inbox', hub: chat.hub});
      await desk.shows('Votre rôle ne le permet pas.');
    });

    it('say that a log cannot be had, and try again', async () => {
      const chat = busyChat();
      const inbox = await openInbox({chat});
      const mend = chat.hub.fail(/GET .*events/, 'unavailable', 503);
      inbox.row(MARIE).click();
      await inbox.desk.shows('Refus : unavailable');
      mend();
      await inbox.desk.press('Réessayer', inbox.log);
      await inbox.says('Parfait.');
    });

    it('say that a conversation was erased meanwhile, which leaves the list', async () => {
      const inbox = await openInbox();
      inbox.chat.rooms.delete(NOBODY);
      inbox.row(NOBODY).click();
      await inbox.desk.shows('Cette conversation n’existe plus : elle a été effacée.');
      await sendKeys({press: 'Escape'});
      await until(() => !inbox.rooms.includes('Visiteur'), 'it is gone');
    });
  });

  describe('what can be done with a conversation', () => {
    it('is to give it to somebody', async () => {
      const inbox = await openInbox({width: 1200});
      await inbox.open(MARIE);
      await inbox.desk.press('M’en charger');
      await until(() => inbox.desk.notice === 'Conversation confiée à Léa.', 'the notice');
      expect(normal(inbox.row(MARIE).innerText)).to.include('Léa');
      await until(() => inbox.desk.field('Responsable').children.length === 3, 'the team');
      await inbox.desk.type('Responsable', 'p2');
      await until(() => inbox.desk.notice === 'Conversation confiée à Tom.', 'the other notice');
      await inbox.desk.type('Responsable', '');
      await until(() => inbox.desk.notice === 'Conversation sans responsable.', 'nobody');
      const bodies = inbox.chat.hub.callsTo(/PATCH/).map(({body}) => body);
      expect(bodies).to.deep.equal([{assignee: 'p1'}, {assignee: 'p2'}, {assignee: null}]);
    });

    it('is to end it, and to open it again', async () => {
      const inbox = await openInbox({width: 1200});
      await inbox.open(MARIE);
      await inbox.desk.press('Terminer');
      await inbox.desk.shows('Conversation terminée.');
      await until(() => !inbox.rooms.includes('Marie Lefèvre'), 'it leaves the list');
      await inbox.desk.press('Rétablir');
      await until(() => inbox.rooms.includes('Marie Lefèvre'), 'it is back');
    });

    it('is to block its visitor, once one has said that one means it', async () => {
      const inbox = await openInbox({width: 1200});
      await inbox.open(MARIE);
      await inbox.desk.press('Bloquer…');
      await expect(inbox.desk.element).to.be.accessible();
      await inbox.desk.hasKeyboard('Bloquer');
      await sendKeys({press: 'Escape'});
      await inbox.desk.hasKeyboard('Bloquer…');
      expect(inbox.chat.hub.callsTo(/PATCH/)).to.deep.equal([]);
      await inbox.desk.press('Bloquer…');
      await inbox.desk.press('Bloquer');
      await inbox.desk.shows('Ce visiteur est bloqué');
      expect(inbox.chat.hub.callsTo(/PATCH/)[0]!.body).to.deep.equal({isBlocked: true});
      await inbox.desk.press('Débloquer', inbox.desk.all('.talk-note')[0]);
      await until(() => inbox.desk.notice === 'Visiteur débloqué.', 'the notice');
    });

    it('is to take one’s own message back', async () => {
      const inbox = await openInbox();
      await inbox.open(MARIE);
      await inbox.desk.press('Actions sur le message');
      await inbox.desk.press('Supprimer ce message');
      await inbox.says('Message supprimé par son auteur');
      expect(inbox.chat.hub.callsTo(/DELETE .*messages/).length).to.equal(1);
    });

    it('is to print it or to have it as a file, all of it', async () => {
      const chat = busyChat();
      const texts = Array.from({length: 130}, (_, at) => said(`n° ${at + 1}`, {name: 'Marie'}));
      chat.add(chat.rooms.get(MARIE)!.summary, texts);
      const inbox = await openInbox({chat, width: 1200});
      await inbox.open(MARIE);
      await inbox.desk.press('Télécharger');
      await until(() => chat.hub.downloads.length, 'the file');
      const [{text, name}] = chat.hub.downloads as [{text: string; name: string}];
      expect(name).to.equal('conversation-2026-11-22.txt');
      expect(text).to.include('n° 1\n').and.to.include('n° 130');
      expect(normal(text)).to.include('dimanche 22 novembre 2026');
      await inbox.desk.press('Imprimer');
      await until(() => chat.hub.printed.length, 'the dialog');
      expect(inbox.desk.all('.paper')[0]!.textContent).to.include('n° 1').and.to.include('n° 130');
      dispatchEvent(new Event('afterprint'));
    });
  });

  it('tells visitors in one tap that nobody answers, shows it, and comes back', async () => {
    const inbox = await openInbox();
    await inbox.desk.press('Absence : prévenir les visiteurs que personne ne répond');
    await inbox.desk.shows('Messagerie en absence');
    expect(normal(inbox.desk.text)).to.include('« De retour demain matin. »');
    expect(inbox.chat.hub.callsTo(/PUT .*away/)[0]!.body).to.deep.equal({isAway: true});
    await expect(inbox.desk.element).to.be.accessible();
    await inbox.desk.press('Je suis de retour');
    await until(() => !inbox.desk.text.includes('Messagerie en absence'), 'back');
    inbox.chat.tell('profile', {shop: 'fournil', isOpen: false, isAway: true});
    await inbox.desk.shows('Messagerie en absence');
  });

  it('is walked by keyboard: arrows in the list, Enter in, Escape out, arrows in the log', async () => {
    const inbox = await openInbox();
    const {desk} = inbox;
    expect(desk.all('.room-row[tabindex="0"]').length).to.equal(1);
    inbox.row(MARIE).focus();
    await sendKeys({press: 'ArrowDown'});
    await until(() => desk.root.activeElement?.id === `room-row-${NOBODY}`, 'the next one');
    await sendKeys({press: 'Home'});
    await until(() => desk.root.activeElement?.id === `room-row-${MARIE}`, 'the first one');
    await sendKeys({press: 'Enter'});
    await desk.hasKeyboard('Votre réponse à Marie Lefèvre');
    await until(() => inbox.said.length === 4, 'the log');
    const stops = desk.all('.message[tabindex="0"]');
    expect(stops.length).to.equal(1);
    stops[0]!.focus();
    await sendKeys({press: 'ArrowUp'});
    await until(() => desk.root.activeElement?.textContent.includes('Parfait.'), 'the one above');
    await sendKeys({press: 'Escape'});
    await until(() => desk.root.activeElement?.id === `room-row-${MARIE}`, 'the list');
    expect(desk.all('.talk').length).to.equal(0);
  });

  it('shows on a telephone the list or the conversation, and the way back', async () => {
    const chat = busyChat();
    for (let count = 0; count < 40; count++) chat.say(MARIE, `n° ${count}`);
    const inbox = await openInbox({chat, width: 340});
    const {desk} = inbox;
    const isShown = (selector: string): boolean => desk.all(selector)[0]!.offsetParent !== null;
    expect(isShown('.list-pane')).to.equal(true);
    expect(isShown('.room-pane')).to.equal(false);
    await inbox.open(MARIE);
    expect(isShown('.list-pane')).to.equal(false);
    expect(isShown('.tabs')).to.equal(false);
    expect(isShown('.talk')).to.equal(true);
    expect(desk.box.scrollWidth).to.be.at.most(340);
    const [root] = desk.all('.root');
    expect(root!.offsetHeight).to.be.at.most(Math.max(innerHeight, 320));
    const {bottom} = desk.all('.composer')[0]!.getBoundingClientRect();
    expect(bottom).to.be.at.most(root!.getBoundingClientRect().bottom + 1);
    expect(inbox.log.scrollHeight).to.be.greaterThan(inbox.log.clientHeight);
    await desk.press('Détails');
    expect(isShown('.facts')).to.equal(true);
    await expect(desk.element).to.be.accessible();
    await desk.press('Retour aux conversations');
    expect(isShown('.list-pane')).to.equal(true);
    expect(isShown('.tabs')).to.equal(true);
    await until(
      () => desk.root.activeElement?.id === `room-row-${MARIE}`,
      'the keyboard in the list',
    );
  });

  it('tells where one is in the address of the page, and goes where a link or Back leads', async () => {
    const inbox = await openInbox({attributes: {'url-state': ''}});
    await inbox.open(MARIE);
    await until(() => location.hash === `#messages/fournil/${MARIE}`, 'the address');
    history.back();
    await until(() => inbox.desk.all('.talk').length === 0, 'the list');
    location.hash = `#messages/fournil/${OLD}`;
    await inbox.says('Merci !');
    await inbox.desk.press('Retour aux conversations');
    await until(() => location.hash === '', 'no address');
    const other = await openInbox();
    await other.open(MARIE);
    expect(location.hash).to.equal('');
  });

  it('speaks English', async () => {
    const inbox = await openInbox({lang: 'en'});
    await inbox.open(SMITH);
    expect(inbox.desk.text).to.include('Unread first').and.to.include('John Smith');
    expect(normal(inbox.row(MARIE).innerText))
      .to.include('09:58')
      .and.to.include('French');
    await expect(inbox.desk.element).to.be.accessible();
  });

  it('keeps the conversations of two shops apart, and what was not sent in each', async () => {
    const chat = busyChat();
    const {session} = chat.hub;
    chat.hub.session = {
      ...session!,
      memberships: [
        ...session!.memberships,
        {shop: 'ferme', name: 'La Ferme du Bois', role: 'clerk'},
      ],
    };
    const ferme = summaryOf({id: 'de-la-ferme', name: 'Ahmed'});
    chat.add({...ferme, room: {...ferme.room, shop: 'ferme'}}, [
      said('Des œufs ?', {name: 'Ahmed'}),
    ]);
    const desk = put({tag: 'local-inbox', hub: chat.hub});
    await desk.shows('Choisissez une boutique');
    await desk.press('Le Fournil de la Place responsable');
    await desk.shows('Marie Lefèvre');
    expect(desk.text).not.to.include('Ahmed');
    chat.hub.fail(/PUT .*messages/, 'network');
    desk.all(`#room-row-${MARIE}`)[0]!.click();
    await until(() => desk.all('.said-list').length, 'the log');
    await desk.type('Votre réponse à Marie Lefèvre', 'Oui');
    await desk.press('Envoyer');
    await until(() => desk.all('[data-unsent]').length, 'an unsent reply');
    desk.all<HTMLDetailsElement>('.account')[0]!.open = true;
    await desk.press('Changer de boutique');
    await desk.press('La Ferme du Bois vente');
    await desk.shows('Ahmed');
    expect(desk.text).not.to.include('Marie');
    desk.all<HTMLDetailsElement>('.account')[0]!.open = true;
    expect([...chat.hub.stored.keys()]).to.deep.equal(['local-inbox:outbox:p1']);
    await desk.press('Se déconnecter');
    await desk.shows('Une réponse n’est pas encore partie');
    await desk.press('Se déconnecter quand même');
    await desk.shows('Se connecter au comptoir');
    await until(() => chat.hub.stored.size === 0, 'nothing is kept of either');
  });

  it('warns before unsent replies are lost by signing out', async () => {
    const chat = busyChat();
    const inbox = await openInbox({chat});
    await inbox.open(MARIE);
    chat.hub.fail(/PUT .*messages/, 'network');
    await inbox.send('Pas encore');
    inbox.desk.all<HTMLDetailsElement>('.account')[0]!.open = true;
    await inbox.desk.press('Se déconnecter');
    await inbox.desk.shows('Une réponse n’est pas encore partie : elle sera perdue.');
    await inbox.desk.press('Se déconnecter quand même');
    await inbox.desk.shows('Se connecter au comptoir');
    await until(() => chat.hub.stored.size === 0, 'nothing is kept');
  });
});
