import {expect} from '@open-wc/testing';
import {axeViolations} from '../src/axe.js';
import {openPage, until, type Page} from '../src/frame.js';
import type {RunningHub} from '../src/hub.js';
import {openCard} from '../src/ordering.js';
import {all, fill, one, textOf} from '../src/parts.js';
import {openTown, type Town} from '../src/town.js';
import {describeWithHub} from '../src/with-hub.js';

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

describeWithHub('a talk with a shop', {isAdmin: true}, hub => {
  it('goes from the card of the map to the desk and back', async () => {
    const {page, desk} = await openInbox(hub());
    const town = await openTown({...hub(), scroll: false});
    const chat = await openChat(town);
    await until(() => textOf(one(chat, '#panel')).includes('le fournil répond'), 'the shop greets');
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
