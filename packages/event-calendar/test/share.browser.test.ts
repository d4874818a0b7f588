import {expect} from '@open-wc/testing';
import {network, open, put, textOf, until, type CalendarHarness} from './harness.js';
import {icsAnswer} from './ics.js';
import {every, readingOf, townReading} from './readings.js';

/** Files that were offered to the browser since, by their names. */
async function saved(act: () => unknown): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  const realClick = Object.getOwnPropertyDescriptor(HTMLAnchorElement.prototype, 'click');
  const createObjectURL = URL.createObjectURL.bind(URL);
  let blob = new Blob();
  let count = 0;
  URL.createObjectURL = (made: Blob) => {
    blob = made;
    return createObjectURL(made);
  };
  HTMLAnchorElement.prototype.click = function () {
    const {download} = this;
    count++;
    void blob.text().then(text => (files[download] = text));
  };
  try {
    act();
    await until(() => count > 0 && Object.keys(files).length === count, 'a file');
    return files;
  } finally {
    URL.createObjectURL = createObjectURL;
    if (realClick) Object.defineProperty(HTMLAnchorElement.prototype, 'click', realClick);
    else Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
  }
}

const menu = (calendar: CalendarHarness): HTMLAnchorElement[] => [
  ...calendar.dialog!.querySelectorAll<HTMLAnchorElement>('.take-along .menu a'),
];

describe('taking events of <local-event-calendar> along', () => {
  it('is accessible, and shares, subscribes, saves and prints', async () => {
    const calendar = put({
      attributes: {src: 'https://mairie.example/agenda.ics'},
      feedEnvironment: network(() => icsAnswer({summary: 'Concert', start: '20260613T200000'})),
    });
    await calendar.shows('Concert');
    await calendar.openPanel('Partager');
    await expect(calendar.element).to.be.accessible();
    expect(calendar.link('S’abonner à cet agenda').href).to.equal(
      'webcal://mairie.example/agenda.ics',
    );
    expect(calendar.buttons).to.include.members([
      'Copier l’adresse d’abonnement',
      'Télécharger l’évènement (.ics)',
      'Imprimer',
    ]);
  });

  it('subscribes to a hub’s calendar, and to what is asked for of it', async () => {
    const events = [
      {
        name: 'Marché',
        startDate: '2026-06-13T08:00',
        categories: ['Marché'],
        isAccessibleForFree: true,
      },
      {name: 'Bal', startDate: '2026-06-13T21:00', categories: ['Bal']},
    ];
    const calendar = put({
      attributes: {hub: 'https://hub.example', calendar: 'mairie'},
      feedEnvironment: network(() => Response.json({events})),
    });
    await calendar.shows('Marché');
    await calendar.openPanel();
    await calendar.tick('Marché');
    await calendar.tick('Gratuit');
    await calendar.press('Partager');
    await until(() => calendar.all('#panel a').length === 2, 'two subscriptions');
    expect(calendar.link('S’abonner à cet agenda').href).to.equal(
      'webcal://hub.example/v1/calendars/mairie/events.ics',
    );
    expect(calendar.link('S’abonner à cette sélection').href).to.equal(
      'webcal://hub.example/v1/calendars/mairie/events.ics?category=marche&free=1',
    );
  });

  it('saves what is shown, and no more', async () => {
    const calendar = await open({reading: townReading});
    await calendar.press('Ce week-end');
    await calendar.openPanel('Partager');
    const files = await saved(() => calendar.press('Télécharger les 6 évènements (.ics)'));
    const [text] = Object.values(files);
    expect(text).to.match(/^BEGIN:VCALENDAR\r\n/);
    expect(text!.match(/BEGIN:VEVENT/g)!.length).to.equal(6);
    expect(text).not.to.contain('Heure du conte');
  });

  it('puts one date into a calendar: as a file, at Google, at Outlook', async () => {
    const calendar = await open({reading: townReading});
    await calendar.choose('Concert au café des Tilleuls');
    const files = await saved(() => calendar.press('Fichier .ics (Apple, Thunderbird…)'));
    const text = files['concert-au-cafe-des-tilleuls.ics']!;
    expect(text).to.contain('UID:concert@sainte-aubrette.example');
    expect(text).to.contain('DTSTART;TZID=Europe/Paris:20260612T203000');
    await until(
      () => calendar.dialogText.includes('Fichier concert-au-cafe-des-tilleuls.ics préparé.'),
      'a word about it',
    );
    const [google, outlook, office] = menu(calendar).map(({href}) => new URL(href));
    expect(google!.searchParams.get('dates')).to.equal('20260612T183000Z/20260612T210000Z');
    expect(outlook!.hostname).to.equal('outlook.live.com');
    expect(office!.hostname).to.equal('outlook.office.com');
  });

  it('puts a whole series into one file', async () => {
    const reading = readingOf({
      name: 'Cours',
      start: '2026-06-13T10:00',
      end: '2026-06-13T11:00',
      also: every(7, '2026-06-20', 3),
      recurrence: {rule: 'FREQ=WEEKLY;COUNT=4'},
    });
    reading.events[0] = {
      ...reading.events[0]!,
      startDate: '2026-06-13T10:00:00+02:00',
      endDate: '2026-06-13T11:00:00+02:00',
    };
    const calendar = await open({reading});
    await calendar.choose('Cours');
    const files = await saved(() => calendar.press('Fichier .ics de toutes les dates'));
    expect(files['cours.ics']).to.contain('RRULE:FREQ=WEEKLY;COUNT=4');
  });

  it('offers no calendar for what is over or cancelled', async () => {
    const calendar = await open({reading: townReading});
    await calendar.choose('Bal de la Saint-Jean');
    expect(calendar.dialogText).not.to.contain('Ajouter à mon agenda');
  });

  it('copies a link to an event, or gives it to be copied', async () => {
    const calendar = await open({reading: townReading});
    await calendar.choose('Concert au café des Tilleuls');
    const {clipboard} = navigator;
    const copied: string[] = [];
    const replace = (writeText: (text: string) => Promise<void>): void => {
      Object.defineProperty(navigator, 'clipboard', {value: {writeText}, configurable: true});
    };
    const {share} = navigator as Partial<Navigator>;
    Object.defineProperty(navigator, 'share', {value: undefined, configurable: true});
    try {
      replace(text => {
        copied.push(text);
        return Promise.resolve();
      });
      await calendar.press('Partager cet évènement');
      await until(() => calendar.dialogText.includes('Lien copié.'), 'a word about it');
      expect(copied).to.deep.equal(['https://cafe-des-tilleuls.example/concert']);
      replace(() => Promise.reject(new Error('no')));
      await calendar.press('Partager cet évènement');
      await until(() => calendar.all('.link').length, 'the link itself');
      expect(textOf(calendar.one('.link'))).to.equal(copied[0]);
    } finally {
      Object.defineProperty(navigator, 'clipboard', {value: clipboard, configurable: true});
      Object.defineProperty(navigator, 'share', {value: share, configurable: true});
    }
  });
});

describe('<local-event-calendar json-ld>', () => {
  interface Published {
    readonly '@graph': readonly {readonly name: string; readonly startDate: string}[];
  }

  const scripts = (): Element[] => [
    ...document.querySelectorAll('head script[data-published-by=local-event-calendar]'),
  ];
  const published = (): Published['@graph'] =>
    scripts().flatMap(({textContent}) => (JSON.parse(textContent) as Published)['@graph']);

  it('publishes each shown date, fifty at most, and only them', async () => {
    const calendar = await open({reading: townReading, attributes: {'json-ld': ''}});
    await until(() => published().length === 50, 'the dates');
    expect(published()[1]).to.include({
      '@type': 'Event',
      name: 'Concert au café des Tilleuls',
      startDate: '2026-06-12T20:30:00+02:00',
      eventStatus: 'https://schema.org/EventScheduled',
    });
    const ball = published().find(({name}) => name.startsWith('Bal'));
    expect(ball).to.include({eventStatus: 'https://schema.org/EventCancelled'});
    await calendar.press('Ce week-end');
    await until(() => published().length === 6, 'those of the weekend');
  });

  it('takes it away with the element', async () => {
    const calendar = await open({reading: townReading, attributes: {'json-ld': ''}});
    await until(() => scripts().length === 1, 'a script');
    calendar.element.remove();
    expect(scripts()).to.be.empty;
    calendar.box.append(calendar.element);
    await until(() => scripts().length === 1, 'it again');
    calendar.element.jsonLd = false;
    await calendar.settled();
    expect(scripts()).to.be.empty;
  });
});
