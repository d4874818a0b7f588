import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {
  chatHub,
  chatOf,
  openChat,
  launcherOf,
  messagesIn,
  say,
  type ChatHub,
} from '../src/chatting.js';
import {closePages, until} from '../src/frame.js';
import {all, isShown, one, rows, textOf} from '../src/parts.js';
import {goTo, openTown, type Town, type TownOptions} from '../src/town.js';

/** A file that does not arrive, and what there is instead. */
interface Missing {
  /** Without a hub. */
  readonly isAlone?: true;
  readonly says: RegExp;
  readonly then: (town: Town, world: ChatHub) => Promise<void>;
}

const canCall = (chat: Element): boolean =>
  all(chat, 'a').some(link => isShown(link) && link.getAttribute('href')?.startsWith('tel:'));

const hasNotice = (chat: Element): Promise<void> =>
  until(
    () => textOf(one(chat, '.notices')).includes('n’a pas pu être chargée'),
    'it says what is missing',
  );

/** The panel does not open: a sentence, and the telephone. */
const NO_PANEL: Missing = {
  says: /the panel could not be loaded/,
  then: async town => {
    const hall = chatOf(town, 'hall');
    await until(() => launcherOf(hall), 'the button is there');
    launcherOf(hall)?.click();
    await until(() => textOf(one(hall, '.note')).includes('n’a pas pu s’ouvrir'), 'it says so');
    expect(canCall(hall)).to.equal(true);
  },
};

const begin = async (town: Town, {hub}: ChatHub): Promise<Element> => {
  const hall = chatOf(town, 'hall');
  await openChat(hall);
  await say(hall, 'Bonjour');
  await until(() => hub.rooms.size === 2 && hub.conversation.texts.length === 1, 'it is sent');
  return hall;
};

const FILES: Readonly<Record<string, Missing>> = {
  chat: {
    says: /^<local-chat> could not be loaded/,
    then: async ({shops, document}) => {
      await goTo(shops);
      await until(() => rows(shops).length > 0, 'the list is there');
      expect(isShown(document.querySelector('local-chat[room] a'))).to.equal(true);
    },
  },
  'chat-panel': NO_PANEL,
  'chat-frame': NO_PANEL,
  'chat-contact': {...NO_PANEL, isAlone: true},
  'chat-talk': {
    // the file of images needs this one
    says: /(messages|images) could not be loaded/,
    then: async town => {
      const hall = chatOf(town, 'hall');
      await openChat(hall);
      await say(hall, 'Bonjour');
      await hasNotice(hall);
      expect((one(hall, '#text') as HTMLTextAreaElement).value).to.equal('Bonjour');
      expect(canCall(hall)).to.equal(true);
    },
  },
  'chat-images': {
    says: /images could not be loaded/,
    then: async (town, world) => {
      const hall = await begin(town, world);
      await hasNotice(hall);
      expect(messagesIn(hall)).to.deep.equal(['Bonjour']);
    },
  },
  'chat-more': {
    says: /the options could not be loaded/,
    then: async (town, world) => {
      const hall = await begin(town, world);
      all(hall, 'button')
        .find(each => each.getAttribute('aria-label')?.startsWith('Options'))
        ?.click();
      await hasNotice(hall);
      expect(messagesIn(hall)).to.deep.equal(['Bonjour']);
    },
  },
  'chat-room': {
    says: /rooms could not be loaded/,
    then: async town => {
      const market = chatOf(town, 'market');
      await openChat(market);
      await hasNotice(market);
      expect(canCall(market)).to.equal(true);
    },
  },
  'chat-proof': {
    says: /^$/,
    then: async (town, {hub}) => {
      hub.needsProof = true;
      const hall = chatOf(town, 'hall');
      await openChat(hall);
      await say(hall, 'Bonjour');
      // it is asked for again with each attempt
      await until(() => textOf(one(hall, '.mark')) === 'En attente', 'it waits');
      await until(() => textOf(one(hall, '.notices')).includes('attendent ici'), 'and says so');
      expect(canCall(hall)).to.equal(true);
    },
  },
};

/** What it does is tested beside its sources; the page of the town speaks French. */
const ELSEWHERE = ['chat-en'];

describe('a script file of the chats that does not arrive', () => {
  before(() => setViewport({width: 1200, height: 800}));
  afterEach(() => {
    closePages();
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith('local-widgets:')) localStorage.removeItem(key);
    }
  });

  it('is known to these tests, whichever it is', async () => {
    const built = (await (await fetch('/__page/town/built-files.json')).json()) as string[];
    const known = [...Object.keys(FILES), ...ELSEWHERE].map(name => `${name}.js`);
    expect(built.filter(name => name.startsWith('chat'))).to.deep.equal(known.sort());
  });

  for (const [file, {isAlone, says, then}] of Object.entries(FILES)) {
    it(`${file}: one can get in touch all the same`, async () => {
      const world = chatHub();
      const options: TownOptions = isAlone ? {} : world.options;
      const town = await openTown({...options, without: file, scroll: false});
      const {warnings} = town;
      await then(town, world);
      if (!says.test('')) {
        await until(() => warnings.some(words => says.test(words)), `it says ${says}`);
      }
      expect(warnings.filter(words => !says.test(words))).to.deep.equal([]);
      expect(town.errors, 'no uncaught error').to.deep.equal([]);
      expect(town.violations, 'policy').to.deep.equal([]);
    });
  }
});
