import {expect} from '@open-wc/testing';
import {clockAt, MEDIUM, NARROW, open, put, textOf, until, warnings, WIDE} from './harness.js';
import {every, readingOf, townReading} from './readings.js';

const SVG =
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"></svg>';

describe('the week and the day of <local-event-calendar>', () => {
  const week = {view: 'week'};

  it('is accessible, and has a heading and a list for each day', async () => {
    const calendar = await open({reading: townReading, attributes: week, width: WIDE});
    await expect(calendar.element).to.be.accessible();
    expect(calendar.all('.column-name').map(textOf)).to.deep.equal([
      'lundi 8 juin',
      'mardi 9 juin',
      'mercredi 10 juin',
      'jeudi 11 juin',
      'vendredi 12 juin',
      'samedi 13 juin',
      'dimanche 14 juin',
    ]);
    const saturday = calendar.all('.column')[5]!;
    expect([...saturday.querySelectorAll('.slots .name')].map(textOf)).to.deep.equal([
      'Sortie nature : les oiseaux du marais au petit matin, en silence et en bottes',
      'Marché du samedi',
      'Café réparation',
      'Conseil municipal',
      'Bal de la Saint-Jean',
    ]);
  });

  it('puts events at their hours where there is room', async () => {
    const reading = readingOf(
      {name: 'Long', start: '2026-06-12T10:00', end: '2026-06-12T14:00'},
      {name: 'Court', start: '2026-06-12T12:00', end: '2026-06-12T13:00'},
      {name: 'Partout', start: '2026-06-10', end: '2026-06-13'},
    );
    const calendar = await open({reading, attributes: week, width: WIDE});
    const box = (name: string): DOMRect =>
      calendar
        .all('.columns .event')
        .find(each => textOf(each.querySelector('.name')) === name)!
        .getBoundingClientRect();
    const [long, short, bar] = [box('Long'), box('Court'), box('Partout')];
    expect(long.height / short.height).to.be.closeTo(4, 0.2);
    expect(short.top - long.top).to.be.closeTo(long.height / 2, 2);
    expect(short.left).to.be.at.least(long.right - 1);
    expect(bar.bottom).to.be.at.most(long.top);
    const column = calendar.all('.column')[0]!.getBoundingClientRect();
    expect(bar.width / column.width).to.be.closeTo(4, 0.1);
  });

  it('draws the present moment, and moves it with the clock', async () => {
    const calendar = await open({reading: townReading, attributes: week, width: WIDE});
    const top = (): number => calendar.one('.now').getBoundingClientRect().top;
    const before = top();
    calendar.element.clock = clockAt(new Date('2026-06-12T12:00:00+02:00'));
    await calendar.settled();
    expect(top() - before).to.be.closeTo(96, 2);
    await calendar.press('Semaine suivante');
    expect(calendar.all('.now')).to.be.empty;
    expect(calendar.period).to.equal('semaine du 15 juin');
  });

  it('is a list for each day where it is narrow', async () => {
    const calendar = await open({reading: townReading, attributes: week, width: NARROW});
    const tops = calendar.all('.column').map(each => each.getBoundingClientRect().top);
    expect(tops).to.deep.equal([...tops].sort((a, b) => a - b));
    expect(calendar.isVisible(calendar.one('.scale'))).to.equal(false);
    expect(calendar.element.scrollWidth).to.be.at.most(NARROW);
  });

  it('leads from a day of the week to that day', async () => {
    const calendar = await open({reading: townReading, attributes: week, width: WIDE});
    calendar.all<HTMLButtonElement>('.column-name button')[5]!.click();
    await until(() => calendar.period === 'samedi 13 juin 2026', 'the day');
    expect(calendar.all('.column').length).to.equal(1);
    await calendar.press('Jour suivant');
    expect(calendar.period).to.equal('dimanche 14 juin 2026');
    expect(calendar.status).to.equal('dimanche 14 juin 2026, 1 évènement');
  });

  it('hides no event that lasts days: it counts those that find no room', async () => {
    const reading = readingOf(
      ...Array.from({length: 9}, (_, i) => ({
        name: `Exposition ${i}`,
        start: '2026-06-01',
        end: '2026-06-30',
      })),
    );
    const calendar = await open({reading, attributes: week, width: WIDE});
    expect(calendar.all('.column:first-child .bars .event').length).to.equal(6);
    calendar.all<HTMLButtonElement>('.more button')[0]!.click();
    await until(() => calendar.all('.bars .event').length === 9, 'all of them');
  });

  it('names public holidays, and marks those of the school', async () => {
    const feed = `date,vacances_zone_a,vacances_zone_b,vacances_zone_c,nom_vacances
2026-07-04,True,True,True,Vacances d'été
2026-07-05,True,True,True,Vacances d'été
`;
    const attributes = {
      view: 'month',
      date: '2026-07-14',
      'school-holidays': '/school.csv',
      'school-zone': 'b',
    };
    const feedEnvironment = {
      fetch: () => Promise.resolve(new Response(feed)),
      random: () => 0,
      sleep: () => Promise.resolve(),
    };
    const calendar = await open({reading: townReading, attributes, feedEnvironment});
    await until(() => calendar.all('.school').length === 2, 'the school holidays');
    expect(calendar.days).to.include("samedi 4 juillet 2026, Vacances d'été, 2 évènements");
    expect(calendar.days).to.include('mardi 14 juillet 2026, Fête nationale, 1 évènement');
    await expect(calendar.element).to.be.accessible();
    calendar.element.holidays = 'none';
    await calendar.settled();
    expect(calendar.days).to.include('mardi 14 juillet 2026, 1 évènement');
  });

  it('tells the webmaster what is wrong with the school holidays', async () => {
    const attributes = {view: 'month', 'school-holidays': '/x.csv', 'school-zone': 'D'};
    await open({reading: townReading, attributes});
    await until(() => warnings.join().includes('school-zone="D" is ignored'), 'a warning');
  });
});

describe('the cards of <local-event-calendar>', () => {
  const attributes = {view: 'cards'};

  it('is accessible, and shows images with their text, and nothing in place of none', async () => {
    const reading = readingOf(
      {
        name: 'Avec',
        start: '2026-06-13T10:00',
        image: {url: new URL('/__none.jpg', location.href).href, caption: 'Une salle'},
      },
      {name: 'Sans', start: '2026-06-13T12:00', image: {url: SVG}},
    );
    const calendar = await open({reading, attributes, width: MEDIUM});
    const [image] = calendar.all<HTMLImageElement>('.card img');
    expect([image!.alt, image!.loading]).to.deep.equal(['Une salle', 'lazy']);
    expect(calendar.all('.card img').length).to.equal(1);
    await until(() => !calendar.isVisible(image!), 'no broken image');
    await expect(calendar.element).to.be.accessible();
  });

  it('opens an event like any list', async () => {
    const calendar = await open({reading: townReading, attributes});
    await calendar.choose('Marché du samedi');
  });

  it('stands side by side where there is room, below each other where it is narrow', async () => {
    const reading = readingOf(
      {name: 'A', start: '2026-06-13T10:00'},
      {name: 'B', start: '2026-06-13T11:00'},
    );
    const lefts = async (width: number): Promise<number> => {
      const calendar = await open({reading, attributes, width});
      return new Set(calendar.all('.card').map(card => card.getBoundingClientRect().left)).size;
    };
    expect(await lefts(WIDE)).to.equal(2);
    expect(await lefts(NARROW)).to.equal(1);
  });
});

describe('<local-event-calendar> as the page wants it', () => {
  it('begins with the view and the day of its attributes, and offers some views only', async () => {
    const attributes = {view: 'month', date: '2026-12-24', views: 'agenda month'};
    const calendar = await open({reading: townReading, attributes});
    expect(calendar.period).to.equal('décembre 2026');
    const views = calendar.all('.views button').map(textOf);
    expect(views).to.deep.equal(['Agenda', 'Mois']);
  });

  it('says in the console which attributes make no sense, and does without them', async () => {
    const calendar = await open({
      reading: townReading,
      attributes: {
        view: 'year',
        views: 'agenda wall',
        date: 'demain',
        'time-zone': 'Europe/Nowhere',
        center: 'ici',
        'radius-km': '-3',
      },
    });
    expect(calendar.names.length).to.be.above(3);
    await until(() => warnings.length === 6, 'a sentence for each');
    const said = warnings.join('\n');
    for (const name of ['view=', 'views=', 'date=', 'time-zone=', 'center=', 'radius-km=']) {
      expect(said).to.contain(name);
    }
  });

  it('speaks English on English pages, with its dates', async () => {
    const calendar = await open({reading: townReading, around: {lang: 'en'}});
    await calendar.says('65 upcoming events');
    expect(calendar.groups[1]).to.match(/^Today, Friday 12 June: /);
    expect(calendar.rows.find(({name}) => name === 'Marché du samedi')!.times).to.equal(
      '08:00 – 13:00',
    );
    await calendar.press('Month');
    expect(calendar.period).to.equal('June 2026');
    expect(calendar.days.some(day => /^Saturday,? 13 June 2026, 6 events$/.test(day))).to.equal(
      true,
    );
    await expect(calendar.element).to.be.accessible();
    calendar.box.lang = 'fr';
    await calendar.says('juin 2026');
  });

  it('runs from right to left where the page does', async () => {
    for (const view of ['agenda', 'month', 'week', 'cards']) {
      const calendar = await open({
        reading: townReading,
        attributes: {view},
        around: {dir: 'rtl'},
        width: WIDE,
      });
      expect(calendar.element.scrollWidth, view).to.be.at.most(WIDE);
      const columns = calendar.all('.month td, .column');
      if (columns.length < 2) continue;
      const [first, second] = columns.map(each => each.getBoundingClientRect().left);
      expect(first, view).to.be.above(second!);
    }
  });

  it('lives twice on a page, and leaves and comes back', async () => {
    const one = await open({reading: townReading});
    const two = await open({reading: townReading, attributes: {view: 'month'}});
    await one.press('Ce week-end');
    expect(two.period).to.equal('juin 2026');
    for (let times = 0; times < 2; times++) {
      one.element.remove();
      one.box.append(one.element);
      await one.settled();
    }
    expect(one.button('Ce week-end').ariaPressed).to.equal('true');
    await one.choose('Café réparation');
    expect(warnings).to.be.empty;
  });

  it('shows hostile text as text', async () => {
    const bad = '<img src=x onerror="document.title=\'hacked\'">';
    const reading = readingOf({
      name: bad,
      start: '2026-06-13T10:00',
      description: bad,
      categories: [bad],
      location: {name: bad},
      organizer: {name: bad},
    });
    for (const view of ['agenda', 'month', 'week', 'cards']) {
      const calendar = await open({reading, attributes: {view}});
      expect(calendar.all('img')).to.be.empty;
      expect(calendar.text).to.contain('<img src=x');
    }
    expect(document.title).not.to.equal('hacked');
  });

  it('prints a long list whole, without its controls', async () => {
    const reading = readingOf({
      name: 'Marché',
      start: '2026-06-13T08:00',
      also: every(7, '2026-06-20', 99),
    });
    const calendar = await open({reading});
    expect(calendar.names.length).to.equal(50);
    dispatchEvent(new Event('beforeprint'));
    expect(calendar.names.length).to.equal(100);
    dispatchEvent(new Event('afterprint'));
    expect(calendar.names.length).to.equal(50);
    const away = put({reading});
    await away.settled();
    away.box.remove();
    dispatchEvent(new Event('beforeprint'));
  });
});
