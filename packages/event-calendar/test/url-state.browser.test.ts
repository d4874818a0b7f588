import {expect, oneEvent} from '@open-wc/testing';
import {
  hear,
  open,
  put,
  until,
  warnings,
  type CalendarHarness,
  type PageOptions,
} from './harness.js';
import {townReading} from './readings.js';

const start = location.href;
/** The page's own parameters, which the test runner needs. */
const own = location.search.slice(1);

function visit(query: string): void {
  history.replaceState(null, '', `?${[own, query].filter(Boolean).join('&')}`);
}

/** What stands in the address beside the page's own parameters. */
const written = (): string => location.search.slice(1).replace(own, '').replace(/^&/, '');

/** The element at an address. */
async function at(query: string, options: PageOptions = {}): Promise<CalendarHarness> {
  visit(query);
  const attributes = {'url-state': 'agenda', ...options.attributes};
  return open({reading: townReading, ...options, attributes});
}

async function back(): Promise<void> {
  const popped = oneEvent(window, 'popstate');
  history.back();
  await popped;
}

describe('the address of a page with <local-event-calendar url-state>', () => {
  afterEach(() => history.replaceState(null, '', start));

  it('is not touched before a person acts', async () => {
    const query = 'agenda-view=evil&agenda-days=2026-99-99/x&x=1';
    await at(query);
    expect(written()).to.equal(query);
    expect(warnings).to.be.empty;
  });

  it('is in force before anything is shown', async () => {
    visit('agenda-view=month&agenda-date=2026-09-01');
    const calendar = put({reading: townReading, attributes: {'url-state': 'agenda'}});
    expect(calendar.all('.agenda')).to.be.empty;
    await until(() => calendar.period === 'septembre 2026', 'the month of the link');
    expect(calendar.all('.agenda')).to.be.empty;
  });

  it('keeps view, day and days', async () => {
    const calendar = await at('x=1#here');
    await calendar.press('Ce week-end');
    await until(() => written() === 'x=1&agenda-days=this-weekend', 'the days');
    await calendar.press('À venir');
    await calendar.press('Mois');
    await calendar.press('Mois suivant');
    await until(() => written() === 'x=1&agenda-view=month&agenda-date=2026-07-12', 'the month');
    expect(location.hash).to.equal('#here');
  });

  it('restores days by name and by date, and a place of the map', async () => {
    const weekend = await at('agenda-days=this-weekend');
    expect(weekend.button('Ce week-end').ariaPressed).to.equal('true');
    weekend.box.remove();
    const range = await at('agenda-days=2026-06-17/2026-06-19');
    expect(range.names).to.include('Heure du conte').and.not.to.include('Marché du samedi');
    range.box.remove();
    const place = await at('agenda-shop=bibliotheque&agenda-shop-name=La+bibliothèque');
    expect(place.text).to.contain('Évènements : La bibliothèque');
    expect(new Set(place.names).size).to.equal(2);
  });

  it('opens the event of a link on its date, once it has come', async () => {
    visit('agenda-event=market~20260620T080000');
    // one that leaves the page before its file has come takes nothing from the next
    put({attributes: {'url-state': 'agenda'}}).box.remove();
    const later = put({attributes: {'url-state': 'agenda'}});
    await until(() => later.element['parts'].link.part, 'the file that reads the link');
    later.element.reading = {
      ...townReading,
      occurrences: townReading.occurrences.map(each => ({
        ...each,
        recurrenceId: `${each.recurrenceId}00`,
      })),
    };
    await later.opened('Marché du samedi');
    expect(later.dialogText).to.contain('Samedi 20 juin 2026, 8 h – 13 h');
  });

  it('gives an open event an entry of its own, which Back closes', async () => {
    const calendar = await at('');
    const heard = hear(calendar, 'local-event-select');
    // the length of a history that is full says nothing
    let pushes = 0;
    const push = history.pushState.bind(history);
    history.pushState = (...entry) => {
      pushes++;
      push(...entry);
    };
    await calendar.choose('Café réparation');
    Reflect.deleteProperty(history, 'pushState');
    expect(written()).to.match(/^agenda-event=repair~20260613T1400/);
    expect(pushes).to.equal(1);
    await back();
    await until(() => !calendar.dialog, 'a closed dialog');
    expect(written()).to.equal('');
    expect(heard.map(({detail}) => detail.id)).to.deep.equal(['repair', null]);
  });

  it('goes back when the event is closed otherwise', async () => {
    const calendar = await at('');
    await calendar.choose('Café réparation');
    const popped = oneEvent(window, 'popstate');
    await calendar.press('Fermer');
    await popped;
    await until(() => written() === '', 'the address before');
    expect(calendar.dialog).to.equal(undefined);
  });

  it('belongs to one element, and says so to a second one', async () => {
    await at('');
    await open({reading: townReading, attributes: {'url-state': 'agenda'}});
    expect(warnings.join()).to.contain('another element has these parameters');
  });
});
