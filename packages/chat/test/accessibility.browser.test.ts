import {expect} from '@open-wc/testing';
import {executeServerCommand, sendKeys, setViewport} from '@web/test-runner-commands';
import {
  hub,
  neighbours,
  neighbourSays,
  newPage,
  open,
  put,
  talking,
  textOf,
  until,
  type ChatHarness,
} from './harness.js';

/** WCAG 2.2, 2.5.8: the least size of a target that is not a word in a sentence. */
const LEAST_TARGET = 24;

function tooSmall(chat: ChatHarness): string[] {
  return chat
    .all('#panel :is(button, input, textarea, summary)')
    .filter(target => target.getClientRects().length > 0)
    .flatMap(target => {
      const area = target.closest('label') ?? target;
      const {width, height} = area.getBoundingClientRect();
      const isSmall = Math.min(width, height) < LEAST_TARGET;
      return isSmall ? [`${textOf(target)}: ${width} × ${height}`] : [];
    });
}

/** Parts of the panel that reach out of it sideways. */
function overflowing(chat: ChatHarness): string[] {
  const {left, right} = chat.panel!.getBoundingClientRect();
  return chat
    .all('#panel :not(.visually-hidden, .together .by, .together .by *, .button span)')
    .filter(each => {
      const box = each.getBoundingClientRect();
      return box.width > 0 && (box.right > right + 1 || box.left < left - 1);
    })
    .map(each => each.outerHTML.slice(0, 80));
}

async function holds(chat: ChatHarness): Promise<void> {
  await expect(chat.element).to.be.accessible();
  expect(tooSmall(chat)).to.be.empty;
  expect(overflowing(chat)).to.be.empty;
}

/** What is said while a list is filled: whether its box was live when something came in. */
function liveWhenAdded(chat: ChatHarness): string[] {
  const heard: string[] = [];
  const watch = new MutationObserver(records => {
    for (const {addedNodes, target} of records) {
      const log = (target instanceof Element ? target : target.parentElement)?.closest(
        '[role=log]',
      );
      for (const node of addedNodes) {
        if (!log || !(node instanceof Element) || !node.matches('.message')) continue;
        const isOwn = node.getAttribute('aria-live') === 'off';
        const live = log.getAttribute('aria-live');
        if (live !== 'off' && !isOwn) heard.push(textOf(node.querySelector('.text')));
      }
    }
  });
  watch.observe(chat.root, {subtree: true, childList: true});
  return heard;
}

describe('the accessibility of the panel', () => {
  afterEach(async () => {
    await setViewport({width: 800, height: 600});
  });

  for (const [width, height] of [
    [320, 480],
    [1000, 800],
  ] as const) {
    for (const scheme of ['light', 'dark'] as const) {
      it(`holds in all its states, ${width} pixels wide, ${scheme}`, async function () {
        this.timeout(40_000);
        await setViewport({width, height});
        const chat = await open({scheme});
        chat.one('summary').click();
        await holds(chat);
        await chat.send('Bonjour, une question');
        await until(() => hub.streamCount > 0, 'a line');
        hub.say(
          hub.conversation,
          'Oui ? Voyez https://fournil.example/une/adresse/vraiment-très-longue',
        );
        hub.say(hub.conversation, 'x'.repeat(200));
        hub.type(hub.conversation);
        hub.blockedWord = 'zut';
        await chat.send('zut');
        await chat.shows('Ce message contient un mot refusé ici.');
        await chat.write('x'.repeat(2010));
        await chat.press('Envoyer');
        await until(() => chat.errorOf('Votre message'), 'it is too long');
        await holds(chat);
        await chat.press('Supprimer ce message');
        await until(() => chat.find('#sure'), 'a question');
        await holds(chat);
        await chat.choose('Laisser mes coordonnées');
        for (const option of chat.all<HTMLDetailsElement>('details')) option.open = true;
        await chat.press('Créer le lien');
        await until(() => chat.find('#link'), 'a link');
        await holds(chat);
      });

      it(`holds in a room of neighbours, ${width} pixels wide, ${scheme}`, async function () {
        this.timeout(40_000);
        await setViewport({width, height});
        neighbourSays(hub.publicRoom('place-du-marche', {slowSeconds: 30}), 'Bonjour à tous');
        const chat = await neighbours({scheme});
        await until(() => chat.messages.length === 1, 'a message');
        await holds(chat);
        await chat.press('Signaler ce message');
        await chat.press('Envoyer le signalement');
        await holds(chat);
        await chat.press('Retour');
        await chat.press('Participer');
        await chat.press('Entrer');
        await holds(chat);
      });
    }
  }

  it('holds when nobody is there, and for the contact card', async () => {
    await setViewport({width: 320, height: 480});
    hub.changeProfile({isOpen: false});
    const chat = await open();
    await chat.press('Envoyer');
    await holds(chat);
    newPage();
    const card = put({
      attributes: {
        hub: null,
        phone: '02 33 00 00 01',
        email: 'a@b.example',
        'opening-hours': '9 h – 17 h',
      },
    });
    await card.settled();
    card.launcher.click();
    await until(() => card.panel, 'a card');
    await holds(card);
  });

  it('holds in forced colours', async function () {
    const answer = await executeServerCommand('emulate-media-features', {
      'forced-colors': 'active',
    });
    if (answer !== 'done') this.skip();
    const chat = await talking();
    await holds(chat);
    await executeServerCommand('emulate-media-features', {});
  });

  it('holds at 200 % zoom on a small window: everything can be reached', async () => {
    await setViewport({width: 640, height: 320});
    const chat = await talking();
    await holds(chat);
    for (const each of ['#text', '[role=log]', '#title']) {
      chat.one(each).scrollIntoView({block: 'nearest'});
      const {top, bottom} = chat.one(each).getBoundingClientRect();
      expect(top, each).to.be.greaterThan(-1);
      expect(bottom, each).to.be.lessThan(innerHeight + 200);
    }
  });
});

describe('what a screen reader is told', () => {
  it('names the panel, the messages, and the field', async () => {
    const chat = await talking();
    const {panel, log} = chat;
    expect(panel?.localName).to.equal('dialog');
    expect(textOf(chat.root.getElementById(panel!.getAttribute('aria-labelledby')!))).to.equal(
      'Le Fournil du Perche',
    );
    expect(log.getAttribute('aria-label')).to.equal('Messages');
    expect(log.querySelector('ol')?.children.length).to.be.greaterThan(0);
    expect(textOf(chat.one('label[for=text]'))).to.equal('Votre message');
    for (const item of chat.all('.message')) {
      expect(textOf(item.querySelector('.by b'))).not.to.equal('');
      expect(item.querySelector('time')).to.exist;
    }
  });

  it('hears nothing of history, and the list stood there empty before', async () => {
    const chat = await talking();
    hub.say(hub.conversation, 'Bonjour !');
    hub.say(hub.conversation, 'Que puis-je pour vous ?');
    await until(() => chat.messages.length === 3, 'all');
    await chat.press('Fermer');
    newPage();
    const again = put();
    await again.settled();
    const heard = liveWhenAdded(again);
    let isEmptyFirst: boolean | undefined;
    const first = new MutationObserver(() => {
      const list = again.find('[role=log] ol');
      if (list && isEmptyFirst === undefined) isEmptyFirst = list.children.length === 0;
    });
    first.observe(again.root, {subtree: true, childList: true});
    again.launcher.click();
    await until(() => again.messages.length === 3, 'history');
    await until(() => again.log.getAttribute('aria-live') === 'polite', 'live again');
    first.disconnect();
    expect(isEmptyFirst).to.equal(true);
    expect(heard).to.be.empty;
    expect(again.log.getAttribute('aria-busy')).to.equal('false');
  });

  it('hears what others say from then on, once, and nothing of one’s own', async () => {
    const chat = await talking();
    await until(() => chat.log.getAttribute('aria-live') === 'polite', 'live');
    const heard = liveWhenAdded(chat);
    await chat.send('Encore moi');
    hub.say(hub.conversation, 'Bonjour !');
    await until(() => chat.messages.length === 3, 'all');
    await until(() => chat.states.at(-1) === 'Envoyé', 'sent');
    expect(heard).to.deep.equal(['Bonjour !']);
    expect(chat.status).to.equal('Message envoyé.');
  });

  it('hears nothing of older messages that are asked for', async () => {
    const chat = await talking();
    for (let each = 1; each <= 60; each++) hub.say(hub.conversation, `Message ${each}`);
    newPage();
    const again = put();
    await again.settled();
    again.launcher.click();
    await until(() => again.messages.length === 50, 'the last page');
    await until(() => again.log.getAttribute('aria-live') === 'polite', 'live');
    const heard = liveWhenAdded(again);
    await again.press('Messages plus anciens');
    await until(() => again.messages.length === 61, 'all');
    expect(heard).to.be.empty;
    expect(chat.panel).to.equal(null);
  });

  it('has typing and what becomes of messages outside of the list', async () => {
    const chat = await talking();
    expect(chat.log.querySelector('.types')).to.equal(null);
    expect(chat.log.querySelector('[role=status]')).to.equal(null);
    expect(chat.one('.types').getAttribute('aria-live')).to.equal(null);
  });
});

describe('the panel by keyboard', () => {
  it('takes the keyboard to the field, and gives it back to the button', async () => {
    const chat = put();
    await chat.settled();
    chat.launcher.focus();
    await sendKeys({press: 'Enter'});
    await chat.opened();
    await until(() => chat.focused === 'Votre message', 'the field has it');
    await sendKeys({press: 'Escape'});
    await until(() => !chat.panel, 'closed');
    await until(() => chat.focused === 'Discuter', 'the button has it again');
  });

  it('gives it back to what opened it elsewhere', async () => {
    const chat = put();
    const button = document.createElement('button');
    button.textContent = 'Discuter avec la boulangerie';
    chat.box.append(button);
    await chat.settled();
    button.focus();
    const detail = {action: 'chat', id: 'fournil'};
    button.dispatchEvent(new CustomEvent('local-shop-action', {detail, bubbles: true}));
    await chat.opened();
    await until(() => chat.focused === 'Votre message', 'the field has it');
    await sendKeys({press: 'Escape'});
    await until(() => document.activeElement === button, 'the other button has it');
  });

  it('leaves the page usable beside it, and its Escape to the page’s own things', async () => {
    const chat = await open();
    expect(chat.panel?.matches(':modal')).to.equal(false);
    const field = document.createElement('input');
    chat.box.append(field);
    field.focus();
    await sendKeys({press: 'Escape'});
    expect(chat.panel).to.exist;
    expect(document.activeElement).to.equal(field);
  });

  it('is modal where it covers the whole window, so that nothing behind it gets the keyboard', async () => {
    await setViewport({width: 390, height: 800});
    const chat = await open();
    expect(chat.panel?.matches(':modal')).to.equal(true);
    const {width, height} = chat.panel!.getBoundingClientRect();
    // WebKitGTK does not look at the media of a shadow root's sheets again when its window is resized
    const isWebKit = /AppleWebKit/.test(navigator.userAgent) && !/Chrome/.test(navigator.userAgent);
    if (!isWebKit) expect([width, height]).to.deep.equal([390, 800]);
    await sendKeys({press: 'Escape'});
    await until(() => !chat.panel, 'closed');
    await until(() => chat.focused === 'Discuter', 'the button has it again');
    await setViewport({width: 800, height: 600});
  });

  it('is never taken by a message that comes', async () => {
    const chat = await talking();
    chat.button('Fermer').focus();
    hub.say(hub.conversation, 'Bonjour !');
    await until(() => chat.messages.length === 2, 'it is there');
    expect(chat.focused).to.equal('Fermer');
  });

  it('goes through the messages by arrows, from one tab stop', async () => {
    const chat = await talking();
    hub.say(hub.conversation, 'deux');
    hub.say(hub.conversation, 'trois');
    await until(() => chat.messages.length === 3, 'all');
    const stops = chat.all('.message').filter(each => each.tabIndex >= 0);
    expect(stops).to.be.empty;
    chat.log.focus();
    const at = (): string => textOf(chat.root.activeElement!.querySelector('.text'));
    await sendKeys({press: 'ArrowUp'});
    expect(at()).to.equal('trois');
    await sendKeys({press: 'ArrowUp'});
    expect(at()).to.equal('deux');
    await sendKeys({press: 'Home'});
    expect(at()).to.equal('Bonjour');
    await sendKeys({press: 'End'});
    expect(at()).to.equal('trois');
    await sendKeys({press: 'ArrowDown'});
    expect(at()).to.equal('trois');
  });

  it('writes and sends without a pointer', async () => {
    const chat = await open();
    await until(() => chat.focused === 'Votre message', 'the field has it');
    await sendKeys({type: 'Avez-vous du pain ?'});
    await sendKeys({press: 'Enter'});
    await until(() => chat.messages[0] === 'Avez-vous du pain ?', 'it stands there');
    await until(() => chat.states.at(-1) === 'Envoyé', 'sent');
    expect(chat.focused).to.equal('Votre message');
  });
});
