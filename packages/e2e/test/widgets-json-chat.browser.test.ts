import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {chatHub, launcherOf, messagesIn, openChat, say} from '../src/chatting.js';
import {
  expectAllAsked,
  expectNothingEarly,
  expectOnlyDeclared,
  expectStorage,
  openWidget,
} from '../src/declared.js';
import {closePages, until} from '../src/frame.js';
import {one} from '../src/parts.js';
import {picture} from '../src/picture.js';
import {SCRIPTS} from '../src/town.js';
import {forgetOurs, NOTHING_STORED, stored} from '../src/traces.js';

describe('widgets.json and the chat', () => {
  before(() => setViewport({width: 1200, height: 900}));
  afterEach(() => {
    closePages();
    forgetOurs();
  });

  it('agree on whom it asks, when, and on what it keeps', async () => {
    const {hub, options} = chatHub();
    const page = await openWidget('chat', {
      attributes: {hub: hub.url, shop: 'mairie'},
      before: options.before,
    });
    const places = {sdk: `${location.origin}${SCRIPTS}`, 'attribute hub': hub.url};
    const {element: chat} = page;
    await until(() => launcherOf(chat), 'the button is there');
    expectNothingEarly(page, places);
    expect(await stored(page.window)).to.deep.equal(NOTHING_STORED);

    await openChat(chat);
    expect(await stored(page.window), 'reading leaves nothing').to.deep.equal(NOTHING_STORED);
    await say(chat, 'Bonjour');
    await until(() => hub.rooms.size === 2 && hub.conversation.texts.length === 1, 'it is sent');
    await until(() => one(chat, 'input[type=file]'), 'pictures can be sent');
    const input = one(chat, 'input[type=file]') as HTMLInputElement;
    const files = new page.window.DataTransfer();
    files.items.add(await picture(page.window));
    input.files = files.files;
    input.dispatchEvent(new Event('change'));
    await until(() => one(chat, '.chosen'), 'the picture is there');
    one(chat, '.composer [type=submit]')?.click();
    await until(() => one(chat, '.message canvas[data-drawn]'), 'the picture is drawn');
    await until(() => messagesIn(chat).length > 0, 'the messages are there');
    expectOnlyDeclared(page, places);
    expectAllAsked(page, places);
    await expectStorage(page);
  }).timeout(60_000);

  it('agree that without a hub there is nobody to ask and nothing to keep', async () => {
    const page = await openWidget('chat', {attributes: {phone: '02 61 91 10 00'}});
    await openChat(page.element);
    expectOnlyDeclared(page, {sdk: `${location.origin}${SCRIPTS}`});
    expect(await stored(page.window)).to.deep.equal(NOTHING_STORED);
    expect(page.traces.written()).to.deep.equal([]);
  });
});
