import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {axeViolations} from '../src/axe.js';
import {chatHub, chatOf, launcherOf, messagesIn, openChat, say} from '../src/chatting.js';
import {closePages, until} from '../src/frame.js';
import {all, fill, isShown, one, rows, textOf} from '../src/parts.js';
import {picture} from '../src/picture.js';
import {openTown, type Town} from '../src/town.js';
import {forgetOurs, NOTHING_STORED, requests, stored} from '../src/traces.js';

/** What the browser asked for that only a chat needs. */
const ofChat = ({window}: Town): string[] =>
  requests(window).filter(name => /\/chat[\w-]*\.js$/.test(name));

describe('the chats of the town’s page', () => {
  beforeEach(() => setViewport({width: 1200, height: 800}));
  afterEach(() => {
    closePages();
    forgetOurs();
  });

  it('load their button alone, ask nobody and store nothing before a click', async () => {
    const {hub, options} = chatHub();
    const town = await openTown({...options, scroll: false});
    await until(() => launcherOf(chatOf(town, 'hall')), 'the button is there');
    await until(() => launcherOf(chatOf(town, 'market')), 'the button of the room is there');
    expect(ofChat(town).map(name => name.split('/').at(-1))).to.deep.equal(['chat.js']);
    expect(hub.seen).to.deep.equal([]);
    expect(await stored(town.window)).to.deep.equal(NOTHING_STORED);
  });

  it('do everything under the strict policy', async () => {
    const {hub, options} = chatHub();
    const town = await openTown({...options, scroll: false});
    const hall = chatOf(town, 'hall');
    await openChat(hall);
    hub.needsProof = true;
    await say(hall, 'Bonjour, https://sainte-aubrette.example/ ?');
    await until(() => hub.rooms.size === 2 && hub.conversation.texts.length === 1, 'it is sent');
    await until(() => hub.streamCount > 0, 'a line');
    hub.say(hub.conversation, 'Bonjour !');
    await until(() => messagesIn(hall).length === 2, 'an answer');
    const input = one(hall, 'input[type=file]') as HTMLInputElement;
    const files = new town.window.DataTransfer();
    files.items.add(await picture(town.window));
    input.files = files.files;
    input.dispatchEvent(new Event('change'));
    await until(() => one(hall, '.chosen'), 'the picture is there');
    one(hall, '.composer [type=submit]')?.click();
    await until(() => one(hall, '.message canvas[data-drawn]'), 'the picture is drawn');
    all(hall, 'button')
      .find(each => each.getAttribute('aria-label')?.startsWith('Options'))
      ?.click();
    await until(() => one(hall, '.option'), 'the options are there');
    const market = chatOf(town, 'market');
    await openChat(market);
    await until(() => one(market, '#join'), 'the room is there');
    one(market, '#join')?.click();
    await until(() => one(market, '#nickname'), 'the rules are there');
    fill(one(market, '#nickname') as HTMLInputElement, 'Yann');
    one(market, '#accept')?.click();
    one(market, '[type=submit]')?.click();
    await say(market, 'Bonjour à tous');
    await until(() => hub.rooms.get('place-du-marche')!.texts.length === 1, 'it is said');
    expect(town.violations, 'policy').to.deep.equal([]);
    expect(town.errors, 'errors').to.deep.equal([]);
    expect(town.warnings, 'warnings').to.deep.equal([]);
  }).timeout(60_000);

  it('are cards with telephone, e-mail and hours where the page has no hub', async () => {
    const town = await openTown({scroll: false});
    const hall = chatOf(town, 'hall');
    await openChat(hall);
    expect(textOf(one(hall, '#title'))).to.equal('Joindre la mairie');
    const links = all(hall, 'a').map(link => link.getAttribute('href'));
    expect(links).to.deep.equal(['tel:0261911000', 'mailto:mairie@sainte-aubrette.example']);
    expect(textOf(one(hall, 'dd'))).to.contain('Mercredi, 8 h 30 – 12 h');
    expect(ofChat(town).map(name => name.split('/').at(-1))).not.to.include('chat-panel.js');
    expect(town.violations, 'policy').to.deep.equal([]);
  });

  it('open from the card of a shop in the map', async () => {
    const {hub, options} = chatHub();
    const town = await openTown({...options});
    const {shops} = town;
    await until(() => one(shops, '#search'), 'the bar is there');
    fill(one(shops, '#search') as HTMLInputElement, 'Boulangerie Lecourbe');
    const row = (): HTMLElement | undefined =>
      rows(shops).find(each => textOf(each) === 'Boulangerie Lecourbe');
    await until(row, 'the bakery is in the list');
    row()?.click();
    const talk = (): HTMLElement | undefined =>
      all(shops, '.card button').find(each => textOf(each) === 'Discuter');
    await until(talk, 'the card offers to talk');
    talk()?.focus();
    talk()?.click();
    const bakery = chatOf(town, 'bakery');
    await until(() => one(bakery, '.there'), 'the panel of the bakery is open');
    await say(bakery, 'Avez-vous du pain ?');
    await until(() => hub.rooms.size === 2, 'a conversation');
    expect(hub.conversation.start.shop).to.equal('boulangerie-lecourbe');
    expect(town.errors, 'errors').to.deep.equal([]);
  });

  it('have one corner: who opens another closes the first', async () => {
    const {options} = chatHub();
    const town = await openTown({...options, scroll: false});
    const [hall, bakery] = [chatOf(town, 'hall'), chatOf(town, 'bakery')];
    await openChat(hall);
    await openChat(bakery);
    expect(one(hall, '#panel')).to.equal(undefined);
    expect(isShown(launcherOf(hall))).to.equal(true);
  });

  for (const width of [1200, 360]) {
    it(`have nothing to show to axe at ${width} px`, async () => {
      await setViewport({width, height: 800});
      const {options} = chatHub();
      const town = await openTown({...options, scroll: false});
      await openChat(chatOf(town, 'market'));
      await until(() => one(chatOf(town, 'market'), '#join'), 'the room is there');
      await openChat(chatOf(town, 'hall'));
      await until(() => one(chatOf(town, 'hall'), '.there'), 'the town hall is there');
      expect(await axeViolations(town)).to.deep.equal([]);
    }).timeout(60_000);
  }
});
