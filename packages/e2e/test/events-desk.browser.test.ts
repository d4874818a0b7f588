import type {Event as LocalEvent} from '@local-widgets/model';
import type {PublishedEvents} from '@local-widgets/model/schemas.js';
import {expect} from '@open-wc/testing';
import {axeViolations} from '../src/axe.js';
import {openPage, until, type Page} from '../src/frame.js';
import type {RunningHub} from '../src/hub.js';
import {all, fill, one, textOf} from '../src/parts.js';
import {describeWithHub} from '../src/with-hub.js';

/** The events of the bakery, at its desk; it has no calendar yet. */
async function openAgenda({before}: RunningHub): Promise<{page: Page; desk: Element}> {
  const page = await openPage({src: '/desk/', before});
  const desk = (): Element | null => page.document.querySelector('local-desk');
  const bakery = (): HTMLElement | undefined =>
    all(desk()!, '.chooser button').find(each => textOf(each).startsWith('Boulangerie'));
  await until(() => desk()?.shadowRoot && bakery(), 'the shops of an admin are there');
  bakery()?.click();
  await until(() => one(desk()!, '#tab-agenda'), 'the tabs are there');
  one(desk()!, '#tab-agenda')?.click();
  await until(() => one(desk()!, '.agenda'), 'the events are there');
  return {page, desk: desk()!};
}

/** A button by the beginning of its name. */
const press = (desk: Element, name: string): void => {
  const found = all(desk, 'button').find(each =>
    (each.getAttribute('aria-label') ?? textOf(each)).startsWith(name),
  );
  if (!found) throw new Error(`no button "${name}"`);
  found.click();
};

const type = (desk: Element, id: string, value: string): void =>
  fill(one(desk, `#${id}`) as HTMLInputElement, value);

const notice = (desk: Element): string => textOf(one(desk, '.notice p'));

const published = async (calendar: string): Promise<PublishedEvents> => {
  const response = await fetch(`/v1/calendars/${calendar}/events?from=2026-11-24&to=2026-12-31`);
  return (await response.json()) as PublishedEvents;
};

describeWithHub('the desk of a calendar', {isAdmin: true}, hub => {
  it('makes a calendar, publishes a series, cancels a date, lists who signed up', async () => {
    const {page, desk} = await openAgenda(hub());
    type(desk, 'calendar-new-name', 'Ateliers du fournil');
    press(desk, 'Créer l’agenda');
    await until(() => one(desk, '#add-event'), 'the calendar is there');

    press(desk, 'Nouvel évènement');
    await until(() => one(desk, '.event-form'), 'the form is there');
    type(desk, 'name', 'Atelier pain');
    type(desk, 'startDay', '2026-11-26');
    type(desk, 'startTime', '18:00');
    type(desk, 'endTime', '17:00');
    type(desk, 'endDay', '2026-11-26');
    type(desk, 'repeat', 'weekly');
    type(desk, 'signUp', 'here');
    await until(() => one(desk, '#capacity'), 'the fields for registrations are there');
    type(desk, 'capacity', '1');
    expect(await axeViolations(page), 'the form').to.deep.equal([]);
    press(desk, 'Publier');
    await until(() => textOf(one(desk, '#endTime-error')), 'the end is before the start');
    type(desk, 'endTime', '20:00');
    await until(() => textOf(one(desk, '.series-words')).startsWith('Tous les jeudis'), 'in words');
    press(desk, 'Publier');
    await until(() => notice(desk) === '« Atelier pain » est enregistré : publié.', 'published');

    const before = await published('ateliers-du-fournil');
    expect(before.events.map(({name}) => name)).to.deep.equal(['Atelier pain']);
    expect(before.occurrences.length).to.equal(5);
    const file = await fetch('/v1/calendars/ateliers-du-fournil/events.ics');
    expect(await file.text()).to.include('RRULE:FREQ=WEEKLY;BYDAY=TH');

    await until(() => one(desk, '#date-20261203T180000'), 'its dates are there');
    one(desk, '#date-20261203T180000')?.click();
    await until(() => one(desk, '.reason-form'), 'the question is there');
    type(desk, 'reason', 'Four en panne');
    one(desk, '.reason-form [type=submit]')?.click();
    await until(() => notice(desk).includes('est annulée'), 'the date is cancelled');
    const after = await published('ateliers-du-fournil');
    const events = after.events as unknown as readonly LocalEvent[];
    const cancelled = events.find(({eventStatus}) => eventStatus === 'cancelled');
    expect(cancelled?.description).to.equal('Four en panne');

    const [{href}] = after.signUps as [PublishedEvents['signUps'][number]];
    const signUp = await fetch(
      `${new URL(href, location.href).pathname}/registrations/${crypto.randomUUID()}`,
      {
        method: 'PUT',
        headers: {'content-type': 'application/json'},
        body: JSON.stringify({
          contact: {name: 'Maëlle', email: 'maelle@orbelle.example'},
          places: 1,
          language: 'fr',
          consent: true,
        }),
      },
    );
    expect(signUp.status).to.equal(201);
    one(desk, '#fold-people summary')?.click();
    await until(() => textOf(one(desk, '.people-date')).includes('Maëlle'), 'she is on the list');
    expect(await axeViolations(page), 'one event').to.deep.equal([]);
    press(desk, 'Désinscrire, Maëlle');
    await until(() => one(desk, '.reason-form [type=submit]'), 'the question is there');
    one(desk, '.reason-form [type=submit]')?.click();
    await until(() => notice(desk) === 'Maëlle n’est plus inscrit.', 'she is off the list');

    expect([...page.errors, ...page.warnings, ...page.violations], 'desk').to.deep.equal([]);
  }).timeout(120_000);
});
