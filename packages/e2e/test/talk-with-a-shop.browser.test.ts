import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {axeViolations} from '../src/axe.js';
import {closePages, openPage, until, type Page} from '../src/frame.js';
import {signIn, startHub, stopHub, type Database, type RunningHub} from '../src/hub.js';
import {openCard} from '../src/ordering.js';
import {all, fill, one, textOf} from '../src/parts.js';
import {openTown, type Town} from '../src/town.js';

const NAMES: Readonly<Record<Database, string>> = {sqlite: 'SQLite', postgres: 'PostgreSQL'};

/** The messages of the bakery, as its people have them open all day. */
async function openInbox({before}: RunningHub): Promise<{page: Page; desk: Element}> {
  const page = await openPage({src: '/desk/', before});
  const desk = (): Element | null => page.document.querySelector('local-desk');
  const bakery = (): HTMLElement | undefined =>
    all(desk()!, '.chooser button').find(each => textOf(each).startsWith('Boulangerie'));
  await until(() => desk()?.shadowRoot && bakery(), 'the shops of an admin are there');
  bakery()?.click();
  await until(() => one(desk()!, '#tab-messages'), 'the desk has a tab for messages');
  one(desk()!, '#tab-messages')?.click();
  await until(() => textOf(one(desk()!, '.connection')) === 'en direct', 'the inbox is live');
  return {page, desk: desk()!};
}

/** The chat of the bakery, opened from its card on the map. */
async function openChat(town: Town): Promise<Element> {
  await openCard(town, 'Boulangerie Lecourbe');
  const talk = (): HTMLElement | undefined =>
    all(town.shops, '.card button').find(each => textOf(each) === 'Discuter');
  await until(talk, 'the card offers to talk');
  talk()?.click();
  const chat = town.document.querySelector('local-chat[shop=boulangerie-lecourbe]')!;
  await until(() => one(chat, '#text'), 'the panel is open');
  return chat;
}

function say(root: Element, id: string, text: string): void {
  const field = one(root, id) as HTMLTextAreaElement;
  fill(field as unknown as HTMLInputElement, text);
  field.form?.requestSubmit();
}

const said = (root: Element): string => textOf(one(root, '[role=log]'));

for (const database of ['sqlite', 'postgres'] as const) {
  describe(`a talk with a shop, at the real hub on ${NAMES[database]}`, () => {
    let hub: RunningHub;

    before(async function () {
      this.timeout(120_000);
      await setViewport({width: 1200, height: 900});
      const started = await startHub(database);
      if (!started) this.skip();
      hub = started!;
      await signIn(hub);
    });
    afterEach(closePages);
    after(stopHub);

    it('goes from the card of the map to the desk and back', async () => {
      const {page, desk} = await openInbox(hub);
      const town = await openTown({hub: hub.hub, before: hub.before, scroll: false});
      const chat = await openChat(town);
      await until(
        () => textOf(one(chat, '#panel')).includes('le fournil répond'),
        'the shop greets',
      );
      expect(await axeViolations(town), 'the panel').to.deep.equal([]);

      say(chat, '#text', 'Bonjour, reste-t-il du pain de seigle ?');
      await until(() => said(chat).includes('pain de seigle'), 'it stands in the log');
      const row = (): HTMLElement | undefined => one(desk, '.room-list .row-name');
      await until(row, 'the conversation came in by itself');
      row()?.click();
      await until(() => said(desk).includes('pain de seigle'), 'the desk reads it');
      expect(await axeViolations(page), 'the conversation at the desk').to.deep.equal([]);

      say(desk, '#reply', 'Oui, deux. Je vous en garde un ?');
      await until(() => said(chat).includes('Je vous en garde un'), 'the answer is there');
      expect([...town.errors, ...town.warnings, ...town.violations]).to.deep.equal([]);
    }).timeout(120_000);
  });
}
