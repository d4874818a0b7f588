import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {axeViolations} from '../src/axe.js';
import {closePages, until} from '../src/frame.js';
import {all, button, fill, one, rows, textOf} from '../src/parts.js';
import {goTo, openTown, type Town} from '../src/town.js';

const calendarOf = ({document}: Town): HTMLElement =>
  document.querySelector<HTMLElement>('local-event-calendar')!;

const names = (calendar: HTMLElement): string[] => all(calendar, '.name').map(textOf);

/** The town's page with its agenda in sight. */
async function openAgenda(): Promise<Town & {calendar: HTMLElement}> {
  const town = await openTown({scroll: false});
  const calendar = calendarOf(town);
  await goTo(calendar);
  await until(() => names(calendar).length > 0, 'the agenda is there');
  return {...town, calendar};
}

describe('the calendar of the town’s page', () => {
  beforeEach(() => setViewport({width: 1200, height: 900}));
  afterEach(closePages);

  it('lists the agenda of the town hall and the courses of shops, days in words', async () => {
    const {calendar, errors, warnings, violations} = await openAgenda();
    const labels = all(calendar, '.source').map(textOf);
    expect(new Set(labels)).to.deep.equal(new Set(['Agenda municipal', 'Ateliers et cours']));
    const days = all(calendar, '.heading[data-day]').map(textOf);
    expect(days.length).to.be.above(3);
    for (const day of days) expect(day).to.match(/^(.+, )?\p{L}+ (1er|\d+) \p{L}+/u);
    expect(names(calendar)).to.include('Marché du samedi');
    expect([errors, warnings, violations]).to.deep.equal([[], [], []]);
  });

  it('follows the shop that somebody chooses in the map, and can be told to stop', async () => {
    const {calendar, shops} = await openAgenda();
    await goTo(shops);
    await until(() => one(shops, '#search'), 'the bar is there');
    fill(one(shops, '#search') as HTMLInputElement, 'De fil en aiguille');
    const row = (): HTMLElement | undefined =>
      rows(shops).find(each => textOf(each) === 'De fil en aiguille');
    await until(row, 'the shop is in the list');
    row()?.click();
    await until(() => new Set(names(calendar)).size === 1, 'only its dates');
    expect(new Set(names(calendar))).to.deep.equal(new Set(['Les mardis couture']));
    expect(textOf(one(calendar, '.place b'))).to.equal('Évènements : De fil en aiguille');
    button(calendar, 'Voir tout l’agenda')?.click();
    await until(() => names(calendar).includes('Marché du samedi'), 'all dates are back');
  });

  for (const width of [1200, 320]) {
    for (const view of ['Agenda', 'Mois', 'Semaine', 'Vignettes']) {
      it(`has nothing to show to axe at ${width} px: ${view}`, async () => {
        await setViewport({width, height: 900});
        const town = await openAgenda();
        button(town.calendar, view)?.click();
        await until(
          () => button(town.calendar, view)?.matches('[aria-pressed=true], [aria-selected=true]'),
          'the view is chosen',
        );
        await until(
          () => !textOf(one(town.calendar, '.root')).includes('Chargement'),
          'it is there',
        );
        expect(await axeViolations(town)).to.deep.equal([]);
        expect(town.document.documentElement.scrollWidth).to.be.at.most(width);
        expect(town.violations, 'policy').to.deep.equal([]);
      }).timeout(60_000);
    }
  }
});
