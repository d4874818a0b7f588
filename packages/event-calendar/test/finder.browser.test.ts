import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {hear, NARROW, open, textOf, until, type CalendarHarness} from './harness.js';
import {readingOf, townReading} from './readings.js';

/** Filters to tick, by facet: `Gratuit 3`. */
function facets(calendar: CalendarHarness): Record<string, string[]> {
  return Object.fromEntries(
    calendar
      .all('#panel fieldset')
      .map(set => [
        textOf(set.querySelector('legend')),
        [...set.querySelectorAll('label.chip')].map(label =>
          [...label.querySelectorAll('span:not(.visually-hidden)')].map(textOf).join(' '),
        ),
      ]),
  );
}

const chips = (calendar: CalendarHarness): string[] => calendar.all('.active .chip').map(textOf);

const near = {latitude: 48.4, longitude: 0.5};
const far = {latitude: 48.9, longitude: 0.5};

describe('finding in <local-event-calendar>', () => {
  it('is accessible, and counts what each choice would leave', async () => {
    const calendar = await open({reading: townReading});
    await calendar.openPanel();
    await expect(calendar.element).to.be.accessible();
    const {Prix, Catégorie, Âge, Lieu} = facets(calendar);
    expect(Prix).to.deep.equal(['Gratuit 4', 'Payant 1']);
    expect(Catégorie!.slice(0, 3)).to.deep.equal(['Atelier 1', 'Bal 1', 'Concert 1']);
    expect(Âge).to.deep.equal(['Enfants (3–11 ans) 1']);
    expect(Lieu).to.include('Bibliothèque 2');
    expect(calendar.focused).to.equal('Du');
  });

  it('searches as one writes, and forgives accents and slips', async () => {
    const calendar = await open({reading: townReading});
    await calendar.type('reparation');
    expect(calendar.names).to.deep.equal(['Café réparation']);
    await calendar.type('conceet');
    expect(calendar.names).to.deep.equal(['Concert au café des Tilleuls']);
    await calendar.type('xylophone');
    await calendar.shows('Aucun évènement ne correspond à ces filtres.');
    await calendar.press('Voir tout l’agenda');
    expect(calendar.search.value).to.equal('');
    expect(calendar.status).to.equal('65 évènements à venir');
  });

  it('narrows by facets, shows them as chips, and takes each back', async () => {
    const calendar = await open({reading: townReading});
    const heard = hear(calendar, 'local-events-filter');
    await calendar.openPanel();
    await calendar.tick('Gratuit');
    await calendar.tick('Enfants (3–11 ans)');
    expect(new Set(calendar.names)).to.deep.equal(new Set(['Heure du conte']));
    expect(calendar.findButton('Filtres (2)')).to.not.equal(undefined);
    expect(chips(calendar)).to.deep.equal(['Gratuit', 'Enfants (3–11 ans)']);
    await until(() => heard.at(-1)?.detail.ids.join() === 'tales', 'the page hears of it');
    await calendar.press('Retirer le filtre : Enfants (3–11 ans)');
    expect(calendar.focused).to.equal('Filtres (1)');
    expect(chips(calendar)).to.deep.equal(['Gratuit']);
    await calendar.press('Effacer les filtres');
    expect(chips(calendar)).to.be.empty;
    expect(calendar.status).to.equal('65 évènements à venir');
  });

  it('takes free or paid, not both', async () => {
    const calendar = await open({reading: townReading});
    await calendar.openPanel();
    await calendar.tick('Gratuit');
    await calendar.tick('Payant');
    expect(chips(calendar)).to.deep.equal(['Payant']);
    expect(calendar.names).to.deep.equal(['Festival des jardins']);
  });

  it('asks for dates, in the right order', async () => {
    const calendar = await open({reading: townReading});
    await calendar.openPanel();
    const set = async (label: string, value: string): Promise<void> => {
      const field = calendar
        .all<HTMLInputElement>('#panel input[type=date]')
        .find(input => textOf(input.labels![0]!).startsWith(label))!;
      field.value = value;
      field.dispatchEvent(new Event('change'));
      await calendar.settled();
    };
    await set('Du', '2026-06-17');
    await set('Au', '2026-06-19');
    expect(calendar.groups.map(group => group.split(':')[0])).to.deep.equal([
      'En ce moment',
      'mercredi 17 juin',
      'vendredi 19 juin',
    ]);
    expect(chips(calendar)).to.deep.equal(['du 17 juin au 19 juin']);
    await set('Au', '2026-06-13');
    expect(chips(calendar)).to.deep.equal(['13 juin']);
    await set('Du', '');
    expect(chips(calendar)).to.be.empty;
  });

  it('measures distances from a town of its events, or from the page’s centre', async () => {
    const reading = readingOf(
      {
        name: 'Ici',
        start: '2026-06-13T10:00',
        location: {geo: near, address: {addressLocality: 'Val-Orbelle', postalCode: '61199'}},
      },
      {
        name: 'Là-bas',
        start: '2026-06-13T10:00',
        location: {geo: far, address: {addressLocality: 'Hauterenne'}},
      },
      {name: 'Nulle part', start: '2026-06-13T10:00'},
    );
    const calendar = await open({reading, attributes: {center: '0.5,48.4'}});
    await calendar.openPanel();
    const radius = calendar.one('#radius') as HTMLSelectElement;
    expect([...radius.options].map(textOf)).to.include('Moins de 10 km');
    radius.value = '10';
    radius.dispatchEvent(new Event('change'));
    await calendar.settled();
    expect(calendar.names).to.deep.equal(['Ici']);
    const field = calendar.one('[role=combobox]') as HTMLInputElement;
    field.focus();
    field.value = 'Haut';
    field.dispatchEvent(new InputEvent('input'));
    await until(() => calendar.all('[role=option]').length > 0, 'a town');
    await sendKeys({press: 'ArrowDown'});
    await sendKeys({press: 'Enter'});
    await until(() => calendar.names.join() === 'Là-bas', 'what is near to it');
    expect(chips(calendar)).to.deep.equal(['Près de Hauterenne', 'Moins de 10 km']);
  });

  it('shows only what the page allows: its categories, within its limit', async () => {
    const attributes = {categories: 'marche, Concert'};
    const some = await open({reading: townReading, attributes});
    expect(new Set(some.names)).to.deep.equal(
      new Set(['Concert au café des Tilleuls', 'Marché du samedi']),
    );
    some.box.remove();
    const reading = readingOf(
      {name: 'Ici', start: '2026-06-13T10:00', location: {geo: near}},
      {name: 'Là-bas', start: '2026-06-13T10:00', location: {geo: far}},
      {name: 'Nulle part', start: '2026-06-13T10:00'},
    );
    const around = await open({reading, attributes: {center: '0.5,48.4', 'radius-km': '15'}});
    expect(around.names).to.deep.equal(['Ici', 'Nulle part']);
  });

  it('filters month, week and cards as well', async () => {
    const calendar = await open({reading: townReading, attributes: {view: 'month'}});
    await calendar.type('samedi');
    expect(calendar.days).to.include('samedi 13 juin 2026, 1 évènement');
    await calendar.press('Vignettes');
    await until(() => calendar.all('.card').length > 0, 'cards');
    expect(new Set(calendar.names)).to.deep.equal(new Set(['Marché du samedi']));
  });

  it('closes its panel with Escape, and gives the keyboard back', async () => {
    const calendar = await open({reading: townReading});
    await calendar.openPanel();
    await sendKeys({press: 'Escape'});
    await until(() => calendar.focused === 'Filtres', 'the keyboard on the button');
    expect(calendar.all('#panel')).to.be.empty;
    await calendar.openPanel();
    await calendar.press('Voir les résultats (65)');
    expect(calendar.all('#panel')).to.be.empty;
  });

  it('shows few of many values, then all', async () => {
    const reading = readingOf(
      ...Array.from({length: 12}, (_, i) => ({
        name: `Évènement ${i}`,
        start: '2026-06-13T10:00',
        categories: [`Genre ${i}`],
      })),
    );
    const calendar = await open({reading});
    await calendar.openPanel();
    expect(facets(calendar)['Catégorie']!.length).to.equal(8);
    await calendar.press('Afficher tout (12)');
    expect(facets(calendar)['Catégorie']!.length).to.equal(12);
  });

  it('restores facets and text from a link', async () => {
    const start = location.href;
    const own = location.search.slice(1);
    history.replaceState(
      null,
      '',
      `?${own}&events-free=true&events-category=marche&events-text=halle`,
    );
    try {
      const calendar = await open({reading: townReading, attributes: {'url-state': ''}});
      await until(() => chips(calendar).length === 2, 'the filters of the link');
      expect(chips(calendar)).to.have.members(['Gratuit', 'Marché']);
      expect(calendar.search.value).to.equal('halle');
      expect(new Set(calendar.names)).to.deep.equal(new Set(['Marché du samedi']));
    } finally {
      history.replaceState(null, '', start);
    }
  });

  it('fits a narrow column', async () => {
    const calendar = await open({reading: townReading, width: NARROW});
    await calendar.openPanel();
    expect(calendar.element.scrollWidth).to.be.at.most(NARROW);
  });
});
