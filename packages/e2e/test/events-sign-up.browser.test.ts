import type {PublishedEvents} from '@local-widgets/model/schemas.js';
import {expect} from '@open-wc/testing';
import {axeViolations} from '../src/axe.js';
import {closePages, openPage, until, type Page} from '../src/frame.js';
import {signIn, type RunningHub} from '../src/hub.js';
import {all, one, textOf} from '../src/parts.js';
import {openTown, type Town} from '../src/town.js';
import {describeWithHub} from '../src/with-hub.js';

/** The town's page with its files and the calendars of the hub. */
async function openAgenda({hub, before}: RunningHub): Promise<Town & {calendar: HTMLElement}> {
  const town = await openTown({hub, before, scroll: false});
  const calendar = town.document.querySelector<HTMLElement>('local-event-calendar')!;
  calendar.scrollIntoView({behavior: 'instant'});
  await until(() => all(calendar, '.name').length > 0, 'the agenda is there');
  return {...town, calendar};
}

/** Where the dialog of an event leads who wants to come. */
async function wayToSignUp(calendar: HTMLElement, name: string): Promise<string> {
  const row = (): HTMLElement | undefined =>
    all(calendar, '.name').find(each => textOf(each) === name);
  await until(row, `"${name}" is in the list`);
  (row()!.closest<HTMLElement>('a, button') ?? row()!).click();
  await until(() => one(calendar, 'dialog .register a'), 'the dialog has the way');
  const {href} = one(calendar, 'dialog .register a') as HTMLAnchorElement;
  one(calendar, 'dialog .close')?.click();
  return new URL(href).pathname;
}

/** Where its frame is by now: forms and links lead further. */
const documentIn = ({frame}: Page): Document => frame.contentDocument!;

const stateIn = ({frame}: Page): string =>
  textOf(frame.contentDocument?.querySelector('#state') ?? undefined);

/** Goes from the page of an event to its next date, and fills in the form there. */
async function signUp(pathname: string, name: string): Promise<Page> {
  const event = await openPage({src: pathname});
  const date = (): HTMLAnchorElement | null =>
    event.document.querySelector('a[aria-label^="S’inscrire"], a[aria-label^="Liste d’attente"]');
  await until(date, 'one can sign up');
  expect(await axeViolations(event), 'the event').to.deep.equal([]);
  const {pathname: next} = new URL(date()!.href);
  event.frame.remove();
  const page = await openPage({src: next});
  await until(() => page.document.querySelector('#consent'), 'the form is there');
  expect(await axeViolations(page), 'the form').to.deep.equal([]);
  const field = (id: string): HTMLInputElement => page.document.querySelector(`#${id}`)!;
  field('name').value = name;
  field('email').value = 'maelle@orbelle.example';
  field('consent').checked = true;
  page.document.querySelector<HTMLElement>('form button')!.click();
  await until(() => stateIn(page), 'the registration is there');
  return page;
}

describeWithHub('signing up from the town’s page', {}, hub => {
  it('shows files and hub in one agenda, the market once', async () => {
    const {calendar, errors, warnings, violations} = await openAgenda(hub());
    const names = all(calendar, '.name').map(textOf);
    expect(names).to.include.members([
      'Marché du samedi',
      'Visite du clocher et de ses cloches',
      'Une matinée au jardin',
    ]);
    const saturday = all(calendar, '[data-day]').find(each =>
      textOf(each).toLowerCase().includes('samedi 28 novembre'),
    );
    expect(saturday, 'the day of the market').to.not.equal(undefined);
    const day = saturday!.parentElement!;
    const market = [...day.querySelectorAll('.name')].filter(
      each => textOf(each) === 'Marché du samedi',
    );
    expect(market.length).to.equal(1);
    expect([errors, warnings, violations]).to.deep.equal([[], [], []]);
  }).timeout(60_000);

  it('takes who comes, lets them go, and writes down who waits', async () => {
    const {calendar} = await openAgenda(hub());
    const farm = await wayToSignUp(calendar, 'Une matinée au jardin');
    const tower = await wayToSignUp(calendar, 'Visite du clocher et de ses cloches');
    closePages();
    const page = await signUp(farm, 'Maëlle');
    expect(stateIn(page)).to.equal('Confirmée');
    documentIn(page).querySelector<HTMLElement>('a[href$="/cancel"]')!.click();
    await until(() => documentIn(page).querySelector('button.danger'), 'the question is there');
    documentIn(page).querySelector<HTMLElement>('button.danger')!.click();
    await until(() => stateIn(page) === 'Annulée', 'it is cancelled');
    page.frame.remove();
    // eight places are taken and one person waits
    const waiting = await signUp(tower, 'Maëlle');
    expect(stateIn(waiting)).to.equal('Sur la liste d’attente');
    expect(textOf(documentIn(waiting).querySelector('main') ?? undefined)).to.include(
      'Vous êtes en position 2.',
    );
  }).timeout(120_000);

  it('publishes what an association proposed, once the town hall accepts', async () => {
    await signIn(hub());
    const read = async (): Promise<string[]> => {
      const response = await fetch('/v1/calendars/sainte-aubrette/events');
      return ((await response.json()) as PublishedEvents).events.map(({name}) => name);
    };
    expect(await read()).to.not.include('Soirée jeux de plateau');
    const page = await openPage({src: '/desk/', before: hub().before});
    const desk = (): Element => page.document.querySelector('local-desk')!;
    const townHall = (): HTMLElement | undefined =>
      all(desk(), '.chooser button').find(each => textOf(each).startsWith('Mairie'));
    await until(() => page.document.querySelector('local-desk')?.shadowRoot && townHall(), 'shops');
    townHall()!.click();
    await until(() => one(desk(), '#tab-agenda'), 'the tabs are there');
    one(desk(), '#tab-agenda')!.click();
    const proposal = (): HTMLElement | undefined =>
      all(desk(), '.event-open').find(each => textOf(each).includes('Soirée jeux de plateau'));
    await until(proposal, 'the proposal waits');
    expect(textOf(proposal())).to.include('Proposé par L’Amicale du dé');
    proposal()!.click();
    const accept = (): HTMLElement | undefined =>
      all(desk(), '.event-steps button').find(each => textOf(each) === 'Accepter et publier');
    await until(accept, 'it can be decided about');
    accept()!.click();
    await until(() => textOf(one(desk(), '.notice p')).includes('Soirée jeux'), 'it is told');
    expect(await read()).to.include('Soirée jeux de plateau');
    expect([...page.errors, ...page.warnings, ...page.violations], 'desk').to.deep.equal([]);
  }).timeout(120_000);
});
