import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {hear, NARROW, open, textOf, until, type CalendarHarness} from './harness.js';
import {every, readingOf, townReading, type Spec} from './readings.js';

/** Opens the only event of an agenda. */
async function openEvent(
  spec: Partial<Spec>,
  attributes: Record<string, string> = {},
): Promise<CalendarHarness> {
  const reading = readingOf({
    name: 'Atelier',
    start: '2026-06-20T14:00',
    end: '2026-06-20T16:00',
    ...spec,
  });
  const calendar = await open({reading, attributes});
  await calendar.choose(spec.name ?? 'Atelier');
  return calendar;
}

/** Links and buttons of the dialog, by their words. */
const offered = (calendar: CalendarHarness): string[] =>
  [...calendar.dialog!.querySelectorAll('a, button, summary')].map(
    each => each.getAttribute('aria-label') ?? textOf(each),
  );

/** `Tarif: Gratuit`. */
const facts = (calendar: CalendarHarness): string[] =>
  [...calendar.dialog!.querySelectorAll('.fact')].map(
    fact =>
      `${textOf(fact.querySelector('dt'))}: ${[...fact.querySelectorAll('dd')].map(textOf).join(' | ')}`,
  );

describe('an event of <local-event-calendar>', () => {
  it('is accessible, opens in a dialog that has its name and the keyboard', async () => {
    const calendar = await open({reading: townReading});
    await calendar.choose('Concert au café des Tilleuls');
    await expect(calendar.element).to.be.accessible();
    const {dialog} = calendar;
    expect(dialog!.matches(':modal')).to.equal(true);
    const name = calendar.root.getElementById(dialog!.getAttribute('aria-labelledby')!);
    expect(textOf(name)).to.equal('Concert au café des Tilleuls');
    expect(calendar.root.activeElement).to.equal(name);
  });

  it('says of each of the next dates whether it is cancelled', async () => {
    const reading = readingOf(
      {
        ...{id: 'series', name: 'Atelier', start: '2026-06-20T14:00', end: '2026-06-20T16:00'},
        also: ['2026-07-04'],
      },
      {
        ...{id: 'series/off', superEvent: 'series', name: 'Atelier', eventStatus: 'cancelled'},
        ...{start: '2026-06-27T14:00', end: '2026-06-27T16:00'},
      },
    );
    const calendar = await open({reading});
    await calendar.choose('Atelier');
    const dates = [...calendar.dialog!.querySelectorAll('.when li')].map(textOf);
    expect(dates).to.deep.equal([
      'samedi 27 juin 2026, 14 h – 16 h Annulé',
      'samedi 4 juillet 2026, 14 h – 16 h',
    ]);
  });

  for (const [how, close] of [
    ['Escape', () => sendKeys({press: 'Escape'})],
    ['its button', (calendar: CalendarHarness) => calendar.press('Fermer')],
    ['a click beside it', (calendar: CalendarHarness) => calendar.dialog!.click()],
  ] as const) {
    it(`closes by ${how}, and gives the keyboard back`, async () => {
      const calendar = await open({reading: townReading});
      const heard = hear(calendar, 'local-event-select');
      await calendar.choose('Café réparation');
      await close(calendar);
      await until(() => !calendar.dialog && heard.length === 2, 'a closed dialog');
      expect(calendar.focused).to.equal('Café réparation');
      expect(heard.map(({detail}) => [detail.id, detail.recurrenceId])).to.deep.equal([
        ['repair', '20260613T1400'],
        [null, null],
      ]);
      await calendar.choose('Café réparation');
    });
  }

  it('opens by the method that pages have, on the next date unless told otherwise', async () => {
    const calendar = await open({reading: townReading});
    calendar.element.selectEvent('market');
    await calendar.opened('Marché du samedi');
    expect(calendar.dialogText).to.contain('Samedi 13 juin 2026, 8 h – 13 h');
    calendar.element.selectEvent('market', '20260627T0800');
    const date = (): string => textOf(calendar.dialog!.querySelector('.date'));
    await until(() => /^samedi 27 juin/i.test(date()), 'the date');
    calendar.element.selectEvent(null);
    await until(() => !calendar.dialog, 'a closed dialog');
    calendar.element.selectEvent('unknown');
    await calendar.settled();
    expect(calendar.dialog).to.equal(undefined);
  });

  it('tells when in words, and its next dates', async () => {
    const calendar = await openEvent({also: every(7, '2026-06-27', 9)});
    expect(calendar.dialogText).to.contain('Samedi 20 juin 2026, 14 h – 16 h');
    const [list] = calendar.dialog!.querySelectorAll('.when ul');
    expect([...list!.children].map(textOf)).to.deep.equal([
      'samedi 27 juin 2026, 14 h – 16 h',
      'samedi 4 juillet 2026, 14 h – 16 h',
      'samedi 11 juillet 2026, 14 h – 16 h',
      'samedi 18 juillet 2026, 14 h – 16 h',
      'samedi 25 juillet 2026, 14 h – 16 h',
    ]);
    expect(calendar.dialogText).to.contain('et 4 autres dates');
  });

  it('tells in words how it repeats', async () => {
    const recurrence = {rule: 'FREQ=WEEKLY;BYDAY=SA;UNTIL=20260822', exceptDates: ['2026-07-04']};
    const calendar = await openEvent({recurrence, also: every(7, '2026-06-27', 9)});
    expect(calendar.dialogText).to.contain('Tous les samedis jusqu’au 22 août, sauf le 4 juillet');
  });

  it('tells first and last day of what lasts several', async () => {
    const calendar = await openEvent({start: '2026-06-19', end: '2026-08-01'});
    expect(calendar.dialogText).to.contain('Du vendredi 19 juin 2026 au samedi 1er août 2026');
  });

  it('tells where, and how to get there', async () => {
    const calendar = await openEvent({
      location: {
        name: 'Salle des fêtes',
        address: {streetAddress: '2 rue du Pont', postalCode: '61199', addressLocality: 'Val'},
        geo: {latitude: 48.4, longitude: 0.5},
      },
    });
    expect(calendar.dialogText).to.contain('Salle des fêtes 2 rue du Pont, 61199 Val');
    const links = [...calendar.dialog!.querySelectorAll<HTMLAnchorElement>('.where .menu a')];
    expect(links.map(({href}) => href)).to.deep.equal([
      'geo:48.4,0.5?q=48.4,0.5(Salle%20des%20f%C3%AAtes)',
      'https://www.openstreetmap.org/directions?route=;48.4,0.5',
      'https://www.google.com/maps/dir/?api=1&destination=48.4,0.5',
      'https://maps.apple.com/?daddr=48.4,0.5',
    ]);
  });

  it('finds the way by the address where no position is known, and by nothing without one', async () => {
    const known = await openEvent({location: {address: {addressLocality: 'Val'}}});
    expect(known.link('Google Maps').href).to.contain('destination=Val');
    known.box.remove();
    const unknown = await openEvent({location: {name: 'Chez nous'}});
    expect(offered(unknown)).not.to.include('Itinéraire');
  });

  it('offers what is online', async () => {
    const calendar = await openEvent({onlineUrl: 'https://visio.example/salle'});
    expect(calendar.link('Participer en ligne').href).to.equal('https://visio.example/salle');
  });

  it('tells prices, and in the organiser’s words', async () => {
    const calendar = await openEvent({
      isAccessibleForFree: false,
      offers: [
        {name: 'Plein tarif', price: 550},
        {name: 'Réduit', price: 300, maxPrice: 400},
        {name: 'Enfants', price: 0},
        {price: 1000, priceCurrency: 'CHF'},
      ],
      conditions: 'Sur réservation',
    });
    expect(facts(calendar)).to.deep.equal([
      'Tarif: Plein tarif : 5,50 € | Réduit : de 3 € à 4 € | Enfants : Gratuit | 10 CHF | Sur réservation',
    ]);
  });

  it('tells for whom it is', async () => {
    const calendar = await openEvent({
      categories: ['Atelier', 'Nature'],
      audience: ['Familles'],
      typicalAgeRange: {min: 6},
      accessibility: ['mobility', 'hearing'],
      setting: 'outdoor',
      inLanguage: ['fr', 'br'],
    });
    expect(facts(calendar)).to.deep.equal([
      'Catégorie: Atelier, Nature',
      'Public: Familles, dès 6 ans',
      'Accessibilité: Handicap moteur, Handicap auditif',
      'Cadre: En plein air',
      'Langue: français, breton',
    ]);
  });

  it('offers to register by each way that it tells, and says what is left', async () => {
    const calendar = await openEvent({
      registration: [
        {type: 'url', value: 'https://billets.example/42'},
        {type: 'telephone', value: '02 61 91 10 00'},
        {type: 'email', value: 'venir@mairie.example'},
        {type: 'url', value: 'javascript:alert(1)'},
      ],
      offers: [{url: 'https://billets.example/42'}],
      remainingAttendeeCapacity: 3,
    });
    expect(calendar.dialogText).to.contain('3 places restantes');
    expect(offered(calendar).slice(1, 4)).to.deep.equal([
      'S’inscrire ou réserver',
      'Appeler le 02 61 91 10 00',
      'Écrire : venir@mairie.example',
    ]);
    expect(offered(calendar).filter(words => words === 'S’inscrire ou réserver').length).to.equal(
      1,
    );
  });

  for (const [eventStatus, notice] of [
    ['cancelled', 'Cet évènement est annulé.'],
    ['postponed', 'Cet évènement est reporté, la nouvelle date n’est pas connue.'],
    ['full', 'Cet évènement est complet.'],
  ] as const) {
    it(`says that it is ${eventStatus}, and offers no registration`, async () => {
      const registration = [{type: 'url', value: 'https://billets.example/42'}] as const;
      const calendar = await openEvent({eventStatus, registration});
      expect(textOf(calendar.dialog!.querySelector('.notice'))).to.equal(notice);
      expect(offered(calendar)).not.to.include('S’inscrire ou réserver');
    });
  }

  it('says that it was moved, and from when', async () => {
    const calendar = await openEvent({
      eventStatus: 'rescheduled',
      previousStartDate: '2026-06-13T14:00',
    });
    expect(calendar.dialogText).to.contain('La date a changé.');
    expect(calendar.dialogText).to.contain('Initialement prévu samedi 13 juin 2026');
  });

  it('names who makes it, the telephone first', async () => {
    const calendar = await openEvent({
      organizer: {
        name: 'Les Amis du lavoir',
        telephone: '06 39 98 00 00',
        email: 'lavoir@amis.example',
        url: 'https://www.lavoir.example/',
      },
    });
    const organizer = calendar.dialog!.querySelector('.organizer')!;
    expect([...organizer.querySelectorAll('a')].map(({href}) => href)).to.deep.equal([
      'tel:0639980000',
      'mailto:lavoir@amis.example',
      'https://www.lavoir.example/',
    ]);
  });

  it('shows its image with its text and its credit, and nothing when it does not come', async () => {
    const image = {
      url: `${location.origin}/nowhere.jpg`,
      caption: 'Le lavoir',
      creditText: 'L. Morvan',
    };
    const calendar = await openEvent({image});
    const img = calendar.dialog!.querySelector('img')!;
    expect(img.alt).to.equal('Le lavoir');
    expect(textOf(calendar.dialog!.querySelector('figcaption'))).to.equal('Photo : L. Morvan');
    await until(() => !calendar.isVisible(img.parentElement!), 'no broken image');
  });

  it('keeps the lines of its description, as text', async () => {
    const description = 'Un <b>atelier</b>\npour tous';
    const calendar = await openEvent({description});
    const paragraph = calendar.dialog!.querySelector<HTMLElement>('.description')!;
    expect(paragraph.textContent).to.equal(description);
    expect(getComputedStyle(paragraph).whiteSpace).to.equal('pre-line');
  });

  it('reports mistakes where the page wants, else to the organiser', async () => {
    const page = await openEvent({}, {report: 'mairie@val.example'});
    const {href} = page.link('Signaler une erreur');
    expect(href).to.match(/^mailto:mairie@val\.example\?subject=Erreur%20dans%20l%E2%80%99agenda/);
    page.box.remove();
    const form = await openEvent({}, {report: 'https://val.example/?erreur={id}'});
    expect(form.link('Signaler une erreur').href).to.equal('https://val.example/?erreur=event-0');
    form.box.remove();
    const organizer = await openEvent({organizer: {email: 'lavoir@amis.example'}});
    expect(organizer.link('Signaler une erreur').href).to.match(/^mailto:lavoir@amis\.example/);
    organizer.box.remove();
    const nobody = await openEvent({});
    expect(offered(nobody)).not.to.include('Signaler une erreur');
  });

  it('names its sources', async () => {
    const calendar = await openEvent({
      source: {label: 'Mairie', url: 'https://mairie.example/42', dateModified: '2026-05-01'},
      otherSources: [{name: 'OpenAgenda'}],
    });
    expect(textOf(calendar.dialog!.querySelector('.ends'))).to.contain(
      'Source : Mairie (mis à jour le 1er mai 2026), OpenAgenda',
    );
  });

  it('never makes links of addresses that are none', async () => {
    const bad = 'javascript:alert(1)';
    const calendar = await openEvent({
      url: bad,
      onlineUrl: bad,
      image: {url: bad},
      organizer: {name: 'X', url: bad, email: 'a@b.example?bcc=c@d.example'},
      source: {name: 'Y', url: bad},
      location: {name: 'Z', url: bad},
    });
    const links = [...calendar.root.querySelectorAll('a')].map(({href}) => href);
    expect(links.filter(href => /^javascript|bcc=/.test(href))).to.be.empty;
    expect(calendar.root.querySelector('img')).to.equal(null);
  });

  it('fills a narrow page, and scrolls inside', async () => {
    const calendar = await open({reading: townReading, width: NARROW});
    await calendar.choose('Marché du samedi');
    const {scrollWidth, clientWidth} = calendar.dialog!;
    expect(scrollWidth).to.equal(clientWidth);
  });

  it('does not reopen when the element leaves the page and comes back', async () => {
    const calendar = await open({reading: townReading});
    await calendar.choose('Café réparation');
    calendar.element.remove();
    calendar.box.append(calendar.element);
    await calendar.settled();
    await until(() => !calendar.dialog, 'a closed dialog');
    await calendar.choose('Café réparation');
  });
});
