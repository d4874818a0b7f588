import {expect} from '@open-wc/testing';
import {clockAt, hear, MEDIUM, open, textOf, until, warnings} from './harness.js';
import {every, readingOf, townReading} from './readings.js';

/** A dance on each evening of July. */
const manyEvenings = readingOf({
  name: 'Bal',
  start: '2026-07-01T20:00',
  end: '2026-07-01T22:00',
  also: every(7, '2026-07-08', 119),
});

describe('the agenda of <local-event-calendar>', () => {
  it('is accessible, and shows what comes, day by day', async () => {
    const calendar = await open({reading: townReading});
    await expect(calendar.element).to.be.accessible();
    expect(calendar.groups.slice(0, 4)).to.deep.equal([
      'En ce moment: Les haies du pays d’Orbelle, photographies de Solène Marchevert',
      'Aujourd’hui, vendredi 12 juin: Concert au café des Tilleuls',
      'Demain, samedi 13 juin: Sortie nature : les oiseaux du marais au petit matin, en silence et en bottes | Marché du samedi | Café réparation | Conseil municipal | Bal de la Saint-Jean',
      'mercredi 17 juin: Heure du conte',
    ]);
    expect(calendar.names).not.to.include('Vide-greniers');
    expect(warnings).to.be.empty;
  });

  it('says how many events are to come', async () => {
    const calendar = await open({reading: townReading});
    expect(calendar.status).to.equal('65 évènements à venir');
  });

  it('is made of headings, lists, links and times', async () => {
    const calendar = await open({reading: townReading});
    const headings = calendar.all('.agenda h3');
    expect(headings.every(heading => heading.ariaLevel === '3')).to.equal(true);
    expect(calendar.all('.agenda ul').length).to.equal(headings.length);
    const [first, concert] = calendar.all<HTMLTimeElement>('.agenda time');
    expect(first!.dateTime).to.equal('2026-05-15');
    expect(concert!.dateTime).to.equal('2026-06-12T18:30Z');
    expect(calendar.link('Concert au café des Tilleuls').href).to.equal(
      'https://cafe-des-tilleuls.example/concert',
    );
  });

  it('takes the level of its headings from the page', async () => {
    const attributes = {'heading-level': '2'};
    const calendar = await open({reading: townReading, attributes});
    expect(calendar.one('.agenda h3').ariaLevel).to.equal('2');
  });

  it('tells when, where and how much', async () => {
    const calendar = await open({reading: townReading});
    const find = (name: string) => calendar.rows.find(row => row.name === name)!;
    expect(find('Marché du samedi')).to.include({
      times: '8 h – 13 h',
      meta: 'Place de la Halle, Sainte-Aubrette-sur-Orbelle · Marché · Gratuit',
    });
    expect(find('Conseil municipal').times).to.equal('19 h');
    expect(find('Festival des jardins').times).to.equal('jusqu’au 22 juin');
  });

  it('keeps what is cancelled or full in sight, and says so before its name', async () => {
    const calendar = await open({reading: townReading});
    const ball = calendar.rows.find(({name}) => name === 'Bal de la Saint-Jean')!;
    expect(ball.badge).to.equal('Annulé');
    const tales = calendar.rows.find(({name}) => name === 'Heure du conte')!;
    expect(tales.badge).to.equal('Complet');
    const badge = ball.control.parentElement!.querySelector('.badge')!;
    expect(badge.compareDocumentPosition(ball.control) & Node.DOCUMENT_POSITION_FOLLOWING).to.be.ok;
  });

  it('shows a six-month exhibition once, and says until when', async () => {
    const calendar = await open({reading: townReading});
    const found = calendar.rows.filter(({name}) => name.startsWith('Les haies'));
    expect(found.map(({times}) => times)).to.deep.equal(['jusqu’au 30 sept.']);
  });

  it('shows an exhibition with daily hours once', async () => {
    const reading = readingOf({
      name: 'Peintures',
      start: '2026-06-01T10:00',
      end: '2026-06-01T18:00',
      also: every(1, '2026-06-02', 40),
    });
    const calendar = await open({reading});
    expect(calendar.groups).to.deep.equal(['En ce moment: Peintures']);
    expect(calendar.rows[0]!.times).to.contain('10 h – 18 h').and.to.contain('jusqu’au 11 juil.');
  });

  it('shows few of many that go on, then all when asked', async () => {
    const reading = readingOf(
      ...Array.from({length: 7}, (_, i) => ({
        name: `Exposition ${i + 1}`,
        start: '2026-05-01',
        end: `2026-08-0${i + 1}`,
      })),
    );
    const calendar = await open({reading});
    expect(calendar.names).to.deep.equal(['Exposition 1', 'Exposition 2', 'Exposition 3']);
    await calendar.press('Afficher tout ce qui se passe en ce moment (7)');
    expect(calendar.names.length).to.equal(7);
    expect(calendar.focused).to.equal('Exposition 4');
  });

  it('shows 50, then more when asked, and goes on where a person was', async () => {
    const calendar = await open({reading: manyEvenings});
    expect(calendar.names.length).to.equal(50);
    await calendar.press('Afficher plus d’évènements (70)');
    expect(calendar.names.length).to.equal(100);
    const after = calendar.rows[50]!.control;
    expect(calendar.root.activeElement).to.equal(after);
    await calendar.press('Afficher plus d’évènements (20)');
    expect(calendar.names.length).to.equal(120);
    expect(calendar.findButton('Afficher plus d’évènements (0)')).to.equal(undefined);
  });

  it('shows five in a narrow column, and no bar', async () => {
    const calendar = await open({reading: manyEvenings, attributes: {compact: ''}});
    expect(calendar.names.length).to.equal(5);
    expect(calendar.all('.toolbar, .find')).to.be.empty;
  });

  it('answers today, this weekend and this week', async () => {
    const calendar = await open({reading: townReading});
    const events = hear(calendar, 'local-events-filter');
    await calendar.press('Aujourd’hui');
    expect(calendar.status).to.equal('2 évènements');
    expect(calendar.names).to.deep.equal([
      'Les haies du pays d’Orbelle, photographies de Solène Marchevert',
      'Concert au café des Tilleuls',
    ]);
    await calendar.press('Ce week-end');
    expect(calendar.groups.map(group => group.split(':')[0])).to.deep.equal([
      'En ce moment',
      'Demain, samedi 13 juin',
    ]);
    await calendar.press('Cette semaine');
    expect(calendar.status).to.equal('7 évènements');
    expect(calendar.button('Cette semaine').ariaPressed).to.equal('true');
    await calendar.press('À venir');
    expect(calendar.status).to.equal('65 évènements à venir');
    await until(() => events.length === 4, 'the page hears of each');
  });

  it('drops what is over while one looks, and names what is on', async () => {
    const calendar = await open({reading: townReading});
    calendar.element.clock = clockAt(new Date('2026-06-12T21:00:00+02:00'));
    await calendar.settled();
    expect(calendar.rows.find(({name}) => name.startsWith('Concert'))!.times).to.equal(
      '20 h 30 – 23 h en cours',
    );
    calendar.element.clock = clockAt(new Date('2026-06-12T23:00:00+02:00'));
    await calendar.settled();
    expect(calendar.names).not.to.include('Concert au café des Tilleuls');
  });

  it('shows what was on last when nothing is to come', async () => {
    const reading = readingOf(
      {name: 'Vide-greniers', start: '2026-05-31T07:00'},
      {name: 'Loto', start: '2026-05-30T20:00'},
    );
    const calendar = await open({reading});
    expect(calendar.status).to.equal('Aucun évènement à venir pour le moment.');
    expect(calendar.groups).to.deep.equal(['Derniers évènements passés: Vide-greniers | Loto']);
    expect(calendar.rows[0]!.times).to.equal('31 mai');
  });

  it('gives an event without a name a word', async () => {
    const calendar = await open({reading: readingOf({name: '', start: '2026-06-13T10:00'})});
    expect(calendar.names).to.deep.equal(['Évènement sans titre']);
  });

  it('tells days and hours in the zone of the calendar, wherever it is looked up', async () => {
    const reading = readingOf({name: 'Minuit', start: '2026-06-12T23:30'});
    // the reading has them in its zone already; the present day must be that of the zone too
    const attributes = {'time-zone': 'Pacific/Auckland'};
    const now = new Date('2026-06-12T12:30:00Z');
    const calendar = await open({reading, attributes, now});
    expect(calendar.element['asked'].today).to.equal(20_617);
    expect(textOf(calendar.one('.heading'))).to.equal('Derniers évènements passés');
  });

  it('fits a column of 280 px and a page of 1400', async () => {
    for (const width of [280, 320, MEDIUM, 1400]) {
      const calendar = await open({reading: townReading, width});
      const {element} = calendar;
      expect(element.scrollWidth, `${width} px`).to.be.at.most(width);
    }
  });
});
