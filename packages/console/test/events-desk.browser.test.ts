import {expect} from '@open-wc/testing';
import {busyEvents, CONCERT, DRAFT, FAIR, FakeEvents, LOTO, YOGA} from './fake-events.js';
import {openAgenda} from './events-harness.js';
import {FakeHub, problem} from './fake-hub.js';
import {normal, put, until} from './harness.js';

/** A desk with one other agenda, where these are listed. */
async function openFeeds() {
  const fake = busyEvents();
  const settings = {
    name: 'Médiathèque',
    url: 'https://mediatheque.example/a.ics',
    isPublic: true,
  };
  const state = {id: 'mediatheque', name: 'Médiathèque', isStale: false};
  fake.feeds = [{id: 'mediatheque', settings, version: 4, state}];
  const {desk} = await openAgenda({fake});
  desk.all('#fold-import summary')[0]!.click();
  await desk.shows('toutes les 10 minutes');
  return {fake, desk};
}

describe('<local-events-desk>', () => {
  it('is accessible, in light and dark, wide and narrow', async () => {
    for (const scheme of ['light', 'dark'] as const) {
      const {desk, open} = await openAgenda({scheme, width: scheme === 'dark' ? 320 : 1000});
      await expect(desk.element).to.be.accessible();
      await open(YOGA);
      await expect(desk.element).to.be.accessible();
    }
  });

  it('lists what is to come: when, what, where, and where it stands in words', async () => {
    const agenda = await openAgenda();
    const {desk} = agenda;
    expect(agenda.names).to.deep.equal([
      'Yoga',
      'Concert de la chorale',
      'Loto des aînés',
      'Atelier pain',
      'Foire aux livres',
    ]);
    const row = (id: string): string => normal(desk.all(`#event-row-${id}`)[0]!.innerText);
    expect(row(CONCERT))
      .to.match(/samedi 28 novembre, 18 h 30 – 20 h/i)
      .and.to.include('Église Saint-Lubin')
      .and.to.include('2 inscriptions, 1 en attente')
      .and.to.include('publié');
    expect(row(YOGA)).to.include('Tous les mardis jusqu’au 29 juin 2027, 18 h 30 – 20 h');
    expect(row(LOTO)).to.include('proposé').and.to.include('Proposé par Club des aînés');
    expect(row(DRAFT)).to.include('brouillon');
    expect(row(FAIR))
      .to.match(/du samedi 12 décembre au dimanche 13 décembre/i)
      .and.to.include('annulé');
    expect(normal(desk.tab('Agenda').textContent)).to.equal('Agenda 1(1 à décider)');
  });
});

describe('the list of events', () => {
  it('goes by state, by what is past, by words, page by page', async () => {
    const fake = busyEvents();
    fake.pageSize = 2;
    const agenda = await openAgenda({fake});
    const {desk} = agenda;
    expect(agenda.names).to.deep.equal(['Yoga', 'Concert de la chorale']);
    await desk.press('Évènements suivants');
    await until(() => agenda.names.length === 4, 'the next page');
    await until(
      () => desk.root.activeElement?.id === `event-row-${LOTO}`,
      'the keyboard is at the first of them',
    );
    await desk.type('État', 'cancelled');
    await until(() => agenda.names.join() === 'Foire aux livres', 'what is cancelled');
    await desk.type('Quand', 'past');
    await desk.shows('Aucun évènement ne correspond.');
    await desk.type('Quand', 'upcoming');
    await desk.type('État', 'all');
    await desk.type('Chercher un nom, un lieu', 'loto');
    desk.hub.pass(300);
    await until(() => agenda.names.join() === 'Loto des aînés', 'what is found');
  });

  it('has what is to decide in one place: proposals, and changes of what is published', async () => {
    const fake = busyEvents();
    const change = {
      ...fake.event(YOGA).event,
      name: 'Yoga doux',
      startDate: '2026-11-24T19:00:00',
      offers: [{price: 500}],
    };
    fake.change(YOGA, {change});
    const agenda = await openAgenda({fake});
    const {desk} = agenda;
    expect(normal(desk.tab('Agenda').textContent)).to.equal('Agenda 2(2 à décider)');
    await desk.type('État', 'waiting');
    await until(() => agenda.names.join() === 'Loto des aînés,Yoga', 'both');
    await agenda.open(YOGA);
    await desk.shows('Change : nom, début, prix.');
    await desk.shows('Yoga Yoga doux');
    await desk.shows('Mardi 24 novembre 2026, 18 h 30 – 20 h mardi 24 novembre 2026, 19 h – 20 h');
    await desk.shows('– 5,00 €');
    await expect(desk.element).to.be.accessible();
    await desk.press('Accepter et publier');
    await desk.shows('« Yoga » est accepté et publié.');
  });

  it('says why it cannot be had, and tries again', async () => {
    const fake = busyEvents();
    const mend = fake.hub.fail(/GET .*\/events\?/, 'network');
    const desk = put({tag: 'local-events-desk', hub: fake.hub});
    await desk.shows('Le serveur ne répond pas.');
    mend();
    await desk.press('Réessayer');
    await until(() => desk.all('.event-row').length === 5, 'the list');
  });

  it('says that a hub has no calendars, and offers the first one where there is none', async () => {
    const none = put({tag: 'local-events-desk', hub: new FakeHub()});
    await none.shows('Ce serveur n’a pas d’agenda.');
    none.box.remove();

    const {desk, fake} = await openAgenda({fake: new FakeEvents()});
    await desk.shows('Il n’y a pas encore d’agenda.');
    await expect(desk.element).to.be.accessible();
    await desk.type('Nom de l’agenda', 'Agenda de Brou');
    await desk.press('Créer l’agenda');
    await desk.shows('Aucun évènement à venir.');
    expect(fake.calendars.map(({id}) => id)).to.deep.equal(['agenda-de-brou']);
    expect(fake.calendars[0]!.settings.timeZone).to.equal('Europe/Paris');
  });

  it('tells of a proposal that comes in, and how many wait', async () => {
    const counts: number[] = [];
    const fake = busyEvents();
    const {desk} = await openAgenda({fake});
    desk.element.addEventListener('local-proposals-waiting', ({detail}) =>
      counts.push(detail.count),
    );
    fake.change(DRAFT, {state: 'proposed'});
    desk.hub.pass(60_000);
    await until(() => desk.notice === 'Un évènement est proposé.', 'it is told');
    expect(counts).to.deep.equal([2]);
  });
});

describe('one event', () => {
  it('is decided about: accepted, or refused with a reason that must be there', async () => {
    const {desk, fake, open} = await openAgenda();
    await open(LOTO);
    await desk.shows('paul@aines.example');
    await desk.press('Refuser…');
    await expect(desk.element).to.be.accessible();
    await desk.press('Refuser');
    await desk.shows('Écrivez le motif : la personne qui a proposé le reçoit.');
    await desk.type('Motif du refus', 'La salle est prise.');
    await desk.press('Refuser');
    await until(() => desk.notice === '« Loto des aînés » est refusé.', 'it is told');
    expect(fake.event(LOTO).state).to.equal('rejected');
    expect(fake.event(LOTO).reason).to.equal('La salle est prise.');
    await desk.shows('Motif : La salle est prise.');
    await desk.hasKeyboard('Loto des aînés');
  });

  it('is cancelled with a reason, stays to be seen, and takes place after all', async () => {
    const {desk, fake, open} = await openAgenda();
    await open(CONCERT);
    await desk.press('Annuler l’évènement…');
    await desk.type('Motif, lu par tous (facultatif)', 'Chorale malade');
    await desk.press('Annuler l’évènement');
    await desk.shows('Motif : Chorale malade');
    expect(fake.event(CONCERT).state).to.equal('cancelled');
    expect(normal(desk.all('.event-head')[0]!.innerText)).to.include('annulé');
    await desk.press('Rétablir');
    await until(() => fake.event(CONCERT).state === 'published', 'it is back');
  });

  it('has single dates cancelled and restored', async () => {
    const {desk, fake, open} = await openAgenda();
    await open(YOGA);
    const [, second] = desk.all('.rows li').map(each => normal(each.innerText));
    expect(second).to.match(/mardi 1er décembre, 18 h 30 – 20 h/i);
    await desk.press('Annuler cette date…, mardi 1er décembre, 18 h 30 – 20 h');
    await desk.press('Annuler cette date');
    await until(() => fake.event(YOGA).event.overrides?.length === 1, 'one date');
    expect(fake.event(YOGA).event.overrides).to.deep.equal([
      {recurrenceId: '20261201T183000', isCancelled: true},
    ]);
    await desk.settled();
    await desk.press('Rétablir cette date, mardi 1er décembre, 18 h 30 – 20 h');
    await until(() => fake.event(YOGA).event.overrides?.length === 0, 'none');
  });

  it('that was changed meanwhile is shown as it is, and nothing was done', async () => {
    const {desk, fake, open} = await openAgenda();
    await open(DRAFT);
    fake.change(DRAFT, {event: {...fake.event(DRAFT).event, name: 'Atelier brioche'}});
    await desk.press('Publier');
    await desk.shows('a été modifié entre-temps');
    await desk.shows('Atelier brioche');
    expect(fake.event(DRAFT).state).to.equal('draft');
    await desk.press('Publier');
    await until(() => fake.event(DRAFT).state === 'published', 'published');
  });

  it('says in the words of the hub why something cannot be done any more', async () => {
    const {desk, open} = await openAgenda();
    await open(DRAFT);
    const title = 'L’évènement est maintenant : annulé.';
    desk.hub.rule(({method}) =>
      method === 'PUT' ? problem(409, 'wrong-state', {title}) : undefined,
    );
    await desk.press('Publier');
    await desk.shows(title);
  });

  it('is deleted while it was never published, after a question', async () => {
    const agenda = await openAgenda();
    const {desk, fake} = agenda;
    await agenda.open(CONCERT);
    expect(desk.findButton('Supprimer…')).to.equal(undefined);
    await desk.press('Retour');
    await agenda.open(DRAFT);
    await desk.press('Supprimer…');
    await desk.press('Supprimer');
    await until(() => desk.notice === '« Atelier pain » est supprimé.', 'it is told');
    await until(() => agenda.names.length === 4, 'the list');
    expect(fake.events.length).to.equal(4);
  });

  it('shows who signed up, and takes somebody off the list', async () => {
    const {desk, fake, open} = await openAgenda();
    await open(CONCERT);
    desk.all('#fold-people summary')[0]!.click();
    await desk.shows('Places prises : 4 sur 40, 2 en attente.');
    await desk.shows('en attente, n° 1');
    await expect(desk.element).to.be.accessible();
    await desk.press('Désinscrire, Anne');
    await desk.press('Désinscrire');
    await until(() => desk.notice === 'Anne n’est plus inscrit.', 'it is told');
    expect(fake.registrations.dates[0]!.registrations.length).to.equal(1);
    expect(desk.all<HTMLAnchorElement>('.people-date a[download]')[0]!.href).to.match(
      /registrations\.csv\?date=20261128T183000$/,
    );
  });

  it('is proposed by a clerk, who decides nothing', async () => {
    const {desk, fake, open} = await openAgenda({fake: busyEvents('clerk')});
    await open(LOTO);
    expect(desk.findButton('Accepter et publier')).to.equal(undefined);
    await desk.press('Retour');
    await open(DRAFT);
    expect(desk.findButton('Publier')).to.equal(undefined);
    await desk.press('Proposer à la publication');
    await until(() => fake.event(DRAFT).state === 'proposed', 'proposed');
  });

  it('has an address, and Back leads to the list', async () => {
    const agenda = await openAgenda({attributes: {'url-state': ''}});
    await agenda.open(CONCERT);
    expect(location.hash).to.equal(`#agenda/fournil/${CONCERT}`);
    history.back();
    await until(() => agenda.names.length === 5, 'the list');
    await until(
      () => agenda.desk.root.activeElement?.id === `event-row-${CONCERT}`,
      'the keyboard is where it was',
    );
  });
});

describe('what is around a calendar', () => {
  it('has its addresses to copy', async () => {
    const {desk} = await openAgenda();
    desk.all('#fold-addresses summary')[0]!.click();
    await until(() => desk.all('.address').length === 6, 'the addresses');
    expect(desk.field('iCalendar (.ics)').value).to.equal(
      'https://hub.example/v1/calendars/agenda/events.ics',
    );
    await expect(desk.element).to.be.accessible();
  });

  it('imports another agenda after a look at what that does', async () => {
    const {desk, fake} = await openAgenda();
    desk.all('#fold-import summary')[0]!.click();
    await desk.settled();
    await desk.type('Adresse de l’agenda', 'agenda.example');
    await desk.press('Ajouter et essayer');
    expect(desk.errorOf('Adresse de l’agenda')).to.include('https://');
    await desk.type('Adresse de l’agenda', 'https://www.agenda.example/tous.ics');
    await desk.press('Ajouter et essayer');
    await desk.shows('2 ajoutés');
    await desk.shows('Entrée 5 : Il manque la date de début.');
    await expect(desk.element).to.be.accessible();
    expect(fake.feeds[0]!.id).to.equal('agenda-example');
    expect(desk.hub.callsTo(/POST .*\/import$/).length).to.equal(0);
    await desk.press('Reprendre ces évènements');
    await until(() => desk.notice.startsWith('Agenda repris : 2 ajoutés'), 'it is told');
    expect(desk.hub.callsTo(/POST .*\/import$/)[0]!.body).to.deep.equal({feed: 'agenda-example'});
  });

  it('says beside its field what the hub finds wrong with an address', async () => {
    const {desk} = await openAgenda();
    desk.hub.rule(({method, path}) =>
      method === 'PUT' && path.includes('/feeds/')
        ? problem(422, 'invalid', {
            fields: [{pointer: '/url', message: 'Cette adresse n’est pas sur l’Internet public.'}],
          })
        : undefined,
    );
    desk.all('#fold-import summary')[0]!.click();
    await desk.settled();
    await desk.type('Adresse de l’agenda', 'http://192.168.0.1/a.ics');
    await desk.press('Ajouter et essayer');
    await until(() => desk.errorOf('Adresse de l’agenda'), 'the sentence');
    expect(desk.field('Adresse de l’agenda').value).to.equal('http://192.168.0.1/a.ics');
  });

  it('changes another agenda: its address, name, colour, and how often it is read', async () => {
    const {fake, desk} = await openFeeds();
    await desk.press('Modifier, Médiathèque');
    await until(() => desk.all('#feed-color').length > 0, 'the form');
    await expect(desk.element).to.be.accessible();
    await desk.type('Adresse de l’agenda', 'mediatheque.example');
    await desk.press('Enregistrer');
    expect(desk.errorOf('Adresse de l’agenda')).to.include('https://');
    await desk.type('Adresse de l’agenda', 'https://mediatheque.example/b.ics');
    await desk.type('Nom (facultatif)', 'La médiathèque');
    await desk.type('Couleur', '#1d5c96');
    await desk.type('Relu', '360');
    await desk.press('Enregistrer');
    await until(() => desk.notice === '« La médiathèque » est enregistré.', 'it is told');
    expect(fake.feeds[0]).to.deep.include({
      id: 'mediatheque',
      version: 5,
      settings: {
        name: 'La médiathèque',
        url: 'https://mediatheque.example/b.ics',
        isPublic: true,
        color: '#1d5c96',
        refreshMinutes: 360,
      },
    });
    await desk.shows('toutes les 6 heures');
    expect(desk.all('#feed-pace')).to.deep.equal([]);
  });

  it('removes another agenda once its merchant has read what that does', async () => {
    const {fake, desk} = await openFeeds();
    desk.all('#feed-mediatheque .quiet')[0]!.click();
    await desk.shows('ne le montreront plus');
    expect(fake.feeds).to.have.length(1);
    desk.all('#feed-mediatheque .reason-form [type=submit]')[0]!.click();
    await until(() => fake.feeds.length === 0, 'it is gone');
    await until(() => desk.notice.startsWith('« Médiathèque » est retiré'), 'it is told');
  });

  it('gives a calendar its colour', async () => {
    const {desk, fake} = await openAgenda();
    desk.all('#fold-calendar-agenda summary')[0]!.click();
    await desk.type('Couleur', '#6b3fa0');
    desk.all('#fold-calendar-agenda form [type=submit]')[0]!.click();
    await until(() => desk.notice === 'Réglages enregistrés.', 'it is told');
    expect(fake.calendars[0]!.settings.color).to.equal('#6b3fa0');
  });

  it('deletes a calendar once its merchant has read what goes with it', async () => {
    const {desk, fake} = await openAgenda();
    desk.all('#fold-calendar-agenda summary')[0]!.click();
    await desk.settled();
    desk.all('#delete-calendar')[0]!.click();
    const question = (): string =>
      normal(desk.all('.delete-calendar .reason-form')[0]?.textContent ?? '');
    await until(() => question(), 'the question');
    for (const words of [
      'Supprimer l’agenda « Agenda du Fournil » ?',
      'Sont supprimés : 3 évènements publiés, 1 brouillon',
      'Une proposition attend une décision',
      'Une inscription à une date à venir est annulée, et 1 en liste d’attente',
      'à appeler d’abord : Bruno (02 98 11 22 33)',
      'C’est définitif.',
    ]) {
      expect(question()).to.include(words);
    }
    await expect(desk.element).to.be.accessible();
    // somebody signs up in between: who decides reads the new number first
    fake.deletion = {...fake.deletion, confirmed: 2};
    const submit = (): void => desk.all('.delete-calendar [type=submit]')[0]!.click();
    submit();
    await until(() => question().includes('2 inscriptions à des dates à venir'), 'the new number');
    expect(question()).to.include('Trois personnes sont inscrites.');
    expect(fake.calendars).to.have.length(1);
    await desk.type('Motif, envoyé à ces personnes (facultatif)', 'L’association s’arrête');
    submit();
    await until(() => fake.calendars.length === 0, 'it is gone');
    await until(() => desk.all('#calendar-new-name').length > 0, 'one can make another one');
    const told = 'L’agenda « Agenda du Fournil » est supprimé.';
    await until(() => desk.notice === told, 'it is told');
    const [, call] = desk.hub.callsTo(/DELETE /);
    expect(new URLSearchParams(call!.path.split('?')[1]).get('reason')).to.equal(
      'L’association s’arrête',
    );
  });

  it('leaves settings and imports to the merchant', async () => {
    const {desk} = await openAgenda({fake: busyEvents('clerk')});
    expect(desk.all('.folds details').map(({id}) => id)).to.deep.equal(['fold-addresses']);
  });

  it('speaks English', async () => {
    const {desk, open} = await openAgenda({lang: 'en', tag: 'local-events-desk'});
    await desk.shows('Every Tuesday until 29 June 2027, 18:30 – 20:00');
    await open(CONCERT);
    await desk.shows('Saturday, 28 November 2026');
    await desk.shows('Here, 40 places a date, with a waiting list');
  });

  it('stands beside orders and messages in the whole desk', async () => {
    const {desk} = await openAgenda({tag: 'local-desk', width: 320});
    expect(desk.box.scrollWidth).to.be.at.most(320);
    await expect(desk.element).to.be.accessible();
  });
});
