import {expect} from '@open-wc/testing';
import type {EventWrite} from '@local-widgets/model/schemas.js';
import {sendKeys} from '@web/test-runner-commands';
import {busyEvents, DRAFT, YOGA, type FakeEvents} from './fake-events.js';
import {openAgenda, type AgendaHarness} from './events-harness.js';
import {problem} from './fake-hub.js';
import {normal, until, type DeskHarness} from './harness.js';

/** The form of a new event, with a name and a time. */
async function openNew(fake: FakeEvents = busyEvents()): Promise<AgendaHarness> {
  const agenda = await openAgenda({fake});
  const {desk} = agenda;
  await desk.press('Nouvel évènement');
  await desk.type('Nom de l’évènement', 'Dégustation');
  await desk.type('Premier jour', '2026-11-26');
  await desk.type('Heure de début', '18:00');
  await desk.type('Heure de fin', '19:30');
  return agenda;
}

async function openEdit(id: string, agenda: AgendaHarness): Promise<void> {
  await agenda.open(id);
  await agenda.desk.press('Modifier');
  await until(() => agenda.desk.all('.event-form').length, 'the form');
}

/** The last event that was sent. */
const sent = (desk: DeskHarness): EventWrite =>
  desk.hub.callsTo(/PUT .*\/events\//).at(-1)!.body as EventWrite;

const dates = (desk: DeskHarness): string[] =>
  desk.all('.series .rows .date-name').map(each => normal(each.textContent));

describe('the form of an event', () => {
  it('is accessible, with everything open, in light and dark, at 320 pixels', async () => {
    for (const scheme of ['light', 'dark'] as const) {
      const {desk} = await openAgenda({scheme, width: scheme === 'dark' ? 320 : 1000});
      await desk.press('Nouvel évènement');
      await desk.type('Heure de début', '18:00');
      await desk.type('À quel rythme', 'weekly');
      await desk.type('L’entrée est', 'paid');
      await desk.type('Pour venir', 'here');
      for (const fold of desk.all<HTMLDetailsElement>('.event-form .fold')) fold.open = true;
      desk.all('.series .rows button')[0]!.click();
      await desk.settled();
      await expect(desk.element).to.be.accessible();
      expect(desk.box.scrollWidth, scheme).to.be.at.most(scheme === 'dark' ? 320 : 1000);
    }
  });

  it('makes an event and publishes it', async () => {
    const {desk, fake} = await openNew();
    await desk.press('Publier');
    await until(() => desk.notice === '« Dégustation » est enregistré : publié.', 'it is told');
    expect(sent(desk)).to.deep.equal({
      state: 'published',
      event: {
        name: 'Dégustation',
        isAllDay: false,
        startDate: '2026-11-26T18:00:00',
        endDate: '2026-11-26T19:30:00',
        timeZone: 'Europe/Paris',
        location: {
          name: 'Le Fournil de la Place',
          address: {
            streetAddress: '3 place du Marché',
            postalCode: '28160',
            addressLocality: 'Brou',
          },
        },
      },
    });
    await desk.hasKeyboard('Dégustation');
    expect(fake.events.length).to.equal(6);
    expect(desk.hub.stored.size).to.equal(0);
  });

  it('says in words what repeats, and lists its dates', async () => {
    const {desk} = await openNew();
    await desk.type('À quel rythme', 'weekly');
    await desk.shows('Tous les jeudis, 18 h – 19 h 30');
    desk.field('mardi').click();
    await desk.settled();
    await desk.type('Jusqu’à quand', 'count');
    await desk.type('Nombre de fois', '4');
    await desk.shows('Tous les mardis et jeudis, 4 fois, 18 h – 19 h 30');
    expect(dates(desk)).to.deep.equal([
      'jeudi 26 novembre, 18 h – 19 h 30',
      'mardi 1er décembre, 18 h – 19 h 30',
      'jeudi 3 décembre, 18 h – 19 h 30',
      'mardi 8 décembre, 18 h – 19 h 30',
    ]);
    const words = [...(desk.field('À quel rythme') as unknown as HTMLSelectElement).options];
    expect(words.map(({text}) => normal(text))).to.include.members([
      'Tous les mois, le 26',
      'Tous les mois, le quatrième jeudi',
      'Tous les mois, le dernier jeudi',
      'Tous les ans, le 26 novembre',
    ]);
    await desk.press('Enregistrer en brouillon');
    await until(() => desk.notice.includes('brouillon'), 'it is told');
    expect(sent(desk).state).to.equal('draft');
    expect(sent(desk).event.recurrence).to.deep.equal({
      rule: 'FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4',
    });
  });

  it('takes dates out, changes one, cancels one, adds one', async () => {
    const agenda = await openAgenda();
    const {desk} = agenda;
    await openEdit(YOGA, agenda);
    const day = (date: string): string => `${date}, 18 h 30 – 20 h`;
    await desk.press(`Retirer, ${day('mardi 1er décembre')}`);
    await desk.shows('sauf le 1er décembre');
    await desk.press(`Changer…, ${day('mardi 8 décembre')}`);
    await desk.type('Autre jour', '2026-12-09');
    await desk.type('Autre heure de début', '19:00');
    await desk.type('Autre lieu', 'Salle B');
    await desk.press('Appliquer à cette date');
    await desk.shows('mercredi 9 décembre, 19 h – 20 h'.replace('m', 'M'));
    await desk.press(`Changer…, ${day('mardi 15 décembre')}`);
    await desk.type('Cette date', 'off');
    await desk.type('Motif, lu par tous (facultatif)', 'Professeur absent');
    await desk.press('Appliquer à cette date');
    await desk.hasKeyboard(`Changer…, ${day('mardi 15 décembre')}`);
    desk.field('Ajouter une date').value = '2026-12-23';
    await desk.press('Ajouter');
    await desk.press('Enregistrer et publier');
    await until(() => desk.notice.includes('publié'), 'it is told');
    const {recurrence, overrides} = sent(desk).event;
    expect(recurrence).to.deep.equal({
      rule: 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20270629T235959',
      dates: ['2026-12-23T18:30:00'],
      exceptDates: ['2026-12-01T18:30:00'],
    });
    expect(overrides).to.deep.equal([
      {
        recurrenceId: '20261208T183000',
        startDate: '2026-12-09T19:00:00',
        endDate: '2026-12-09T20:00:00',
        location: {name: 'Salle B'},
      },
      {recurrenceId: '20261215T183000', isCancelled: true, reason: 'Professeur absent'},
    ]);
  });

  it('holds price, place, audience, image and registration', async () => {
    const {desk} = await openNew();
    for (const fold of desk.all<HTMLDetailsElement>('.event-form .fold')) fold.open = true;
    await desk.type('Où a-t-il lieu', 'typed');
    await desk.type('Nom du lieu', 'Halle');
    await desk.type('L’entrée est', 'paid');
    await desk.type('Tarif 1 : pour qui (facultatif)', 'Adulte');
    await desk.type('Tarif 1 : prix (€)', '7,50');
    await desk.press('Ajouter un tarif');
    await desk.hasKeyboard('Tarif 2 : pour qui (facultatif)');
    await desk.type('Tarif 2 : prix (€)', '3');
    await desk.type('Pour venir', 'here');
    await desk.type('Places par date', '12');
    await desk.type('Rubriques', 'Gastronomie, dégustation');
    await desk.type('Adresse de l’image', 'https://images.example/vin.jpg');
    await desk.type('Ce que montre l’image', 'Des verres');
    await desk.press('Publier');
    await until(() => desk.notice.includes('publié'), 'it is told');
    const {location, offers, signUp, categories, image} = sent(desk).event;
    expect({location, offers, signUp, categories, image}).to.deep.equal({
      location: {name: 'Halle'},
      offers: [{name: 'Adulte', price: 750}, {price: 300}],
      signUp: {
        capacity: 12,
        hasWaitingList: true,
        maxPlaces: 4,
        closesMinutesBefore: 0,
        reminderHours: 24,
      },
      categories: ['Gastronomie', 'dégustation'],
      image: {url: 'https://images.example/vin.jpg', caption: 'Des verres'},
    });
  });

  it('says beside the field what is missing, before the hub is asked', async () => {
    const {desk} = await openAgenda();
    await desk.press('Nouvel évènement');
    await desk.press('Publier');
    expect(desk.errorOf('Nom de l’évènement')).to.equal('Écrivez un nom.');
    expect(desk.errorOf('Heure de début')).to.include('Indiquez l’heure');
    await desk.hasKeyboard('Nom de l’évènement');
    await desk.type('Adresse de l’image', 'https://images.example/a.jpg');
    await desk.press('Publier');
    expect(desk.all<HTMLDetailsElement>('#fold-event-image')[0]!.open).to.equal(true);
    expect(desk.hub.callsTo(/PUT/).length).to.equal(0);
    await expect(desk.element).to.be.accessible();
  });

  it('says beside the field what the hub finds wrong, and loses nothing', async () => {
    const {desk} = await openNew();
    desk.hub.rule(({method}) =>
      method === 'PUT'
        ? problem(422, 'invalid', {
            fields: [
              {pointer: '/event/endDate', message: 'La fin doit venir après le début.'},
              {pointer: '/event/image/url', message: 'Cette adresse ne va pas.'},
            ],
          })
        : undefined,
    );
    await desk.press('Publier');
    await until(() => desk.errorOf('Dernier jour, s’il y en a plusieurs'), 'the sentence');
    expect(desk.errorOf('Adresse de l’image')).to.equal('Cette adresse ne va pas.');
    expect(desk.all<HTMLDetailsElement>('#fold-event-image')[0]!.open).to.equal(true);
    expect(desk.field('Nom de l’évènement').value).to.equal('Dégustation');
    await desk.hasKeyboard('Dernier jour, s’il y en a plusieurs');
  });

  it('keeps what is written while the hub cannot be reached, and through a reload', async () => {
    const agenda = await openNew();
    const {desk, fake} = agenda;
    const mend = desk.hub.fail(/PUT/, 'network');
    await desk.press('Publier');
    await desk.shows('Le serveur ne répond pas.');
    expect(desk.field('Nom de l’évènement').value).to.equal('Dégustation');
    desk.tab('Boutique').click();
    await desk.settled();
    desk.tab('Agenda').click();
    await desk.settled();
    expect(desk.field('Nom de l’évènement').value).to.equal('Dégustation');
    desk.box.remove();

    const again = await openAgenda({fake});
    await again.desk.shows('« Dégustation » n’est pas enregistré');
    await expect(again.desk.element).to.be.accessible();
    await again.desk.press('Reprendre, Dégustation');
    expect(again.desk.field('Heure de début').value).to.equal('18:00');
    mend();
    await again.desk.press('Publier');
    await until(() => again.desk.notice.includes('publié'), 'it is told');
    expect(fake.events.filter(({event}) => event.name === 'Dégustation').length).to.equal(1);
    expect(desk.hub.stored.size).to.equal(0);
  });

  it('warns who signs out of what is not saved, and forgets it with them', async () => {
    const {desk} = await openNew();
    desk.all('.account summary')[0]!.click();
    await desk.press('Se déconnecter');
    await desk.shows('Un évènement n’est pas enregistré : il sera perdu.');
    await desk.press('Se déconnecter quand même');
    await until(() => desk.hub.stored.size === 0, 'it is forgotten');
  });

  it('is not made twice when an answer is lost', async () => {
    const {desk, fake} = await openNew();
    let isFirst = true;
    desk.hub.rule(call => {
      if (call.method !== 'PUT' || !isFirst) return undefined;
      isFirst = false;
      // it arrives, and its answer does not
      void desk.hub.environment.fetch(call.path, {
        method: 'PUT',
        headers: call.headers,
        body: JSON.stringify(call.body),
      });
      return 'network';
    });
    await desk.press('Publier');
    await desk.shows('Le serveur ne répond pas.');
    await desk.press('Publier');
    await until(() => desk.notice.includes('publié'), 'it is told');
    expect(fake.events.length).to.equal(6);
  });

  it('explains that somebody else was faster, and lets one choose', async () => {
    const agenda = await openAgenda();
    const {desk, fake} = agenda;
    await openEdit(DRAFT, agenda);
    await desk.type('Nom de l’évènement', 'Atelier levain');
    const before = fake.event(DRAFT).event;
    fake.change(DRAFT, {event: {...before, description: 'Apporter un tablier.'}});
    await desk.press('Enregistrer en brouillon');
    await desk.shows('Quelqu’un a modifié cet évènement entre-temps');
    await desk.shows('Ont changé : description.');
    await expect(desk.element).to.be.accessible();
    await desk.hasKeyboard('Quelqu’un a modifié cet évènement entre-temps');
    expect(desk.field('Nom de l’évènement').value).to.equal('Atelier levain');
    await desk.press('Enregistrer ma version');
    await until(() => fake.event(DRAFT).event.name === 'Atelier levain', 'mine');
  });

  it('takes the other version where that is the better one', async () => {
    const agenda = await openAgenda();
    const {desk, fake} = agenda;
    await openEdit(DRAFT, agenda);
    await desk.type('Nom de l’évènement', 'Atelier levain');
    fake.change(DRAFT, {event: {...fake.event(DRAFT).event, name: 'Atelier brioche'}});
    await desk.press('Enregistrer en brouillon');
    await desk.shows('Ont changé : nom.');
    await desk.press('Reprendre l’autre version');
    expect(desk.field('Nom de l’évènement').value).to.equal('Atelier brioche');
    await desk.press('Enregistrer en brouillon');
    await until(() => desk.notice.includes('Atelier brioche'), 'it is told');
  });

  it('duplicates an event under a UUID of its own', async () => {
    const agenda = await openAgenda();
    const {desk, fake} = agenda;
    await agenda.open(YOGA);
    await desk.press('Dupliquer');
    await desk.type('Nom de l’évènement', 'Yoga du matin');
    await desk.press('Enregistrer en brouillon');
    await until(() => fake.events.length === 6, 'another one');
    expect(fake.event(YOGA).event.name).to.equal('Yoga');
    expect(sent(desk).event.recurrence?.rule).to.equal(
      'FREQ=WEEKLY;BYDAY=TU;UNTIL=20270629T235959',
    );
  });

  it('proposes what a clerk writes of a published event', async () => {
    const agenda = await openAgenda({fake: busyEvents('clerk')});
    const {desk} = agenda;
    await openEdit(YOGA, agenda);
    await desk.shows('votre modification attendra l’accord du responsable');
    await desk.press('Proposer la modification');
    await until(() => desk.hub.callsTo(/PUT .*\/events\//).length === 1, 'it is sent');
    expect(sent(desk).state).to.equal('proposed');
  });

  it('is done by keyboard alone', async () => {
    const {desk} = await openAgenda();
    desk.all('#add-event')[0]!.focus();
    await sendKeys({press: 'Enter'});
    await until(() => desk.all('.event-form').length, 'the form');
    await desk.hasKeyboard('Nouvel évènement');
    await sendKeys({press: 'Tab'});
    await desk.hasKeyboard('Nom de l’évènement');
    await sendKeys({type: 'Lecture'});
    await desk.type('Heure de début', '10:00');
    desk.field('Nom de l’évènement').focus();
    await sendKeys({press: 'Enter'});
    await until(() => desk.notice === '« Lecture » est enregistré : publié.', 'it is told');
  });
});
