import {expect} from '@open-wc/testing';
import {forbidNewScripts} from './forbid-new-scripts.js';
import {hear, open, until, warnings} from './harness.js';
import {readingOf, townReading} from './readings.js';

describe('<local-event-calendar> when its further files cannot be loaded', () => {
  before(async () => {
    // the checker of accessibility comes on first use
    await expect(document.body).to.be.accessible();
    forbidNewScripts();
  });

  it('is accessible, and keeps agenda and month', async () => {
    const calendar = await open({reading: townReading});
    expect(calendar.names.length).to.be.above(50);
    await calendar.press('Mois');
    await calendar.press('Mois suivant');
    expect(calendar.period).to.equal('juillet 2026');
    await expect(calendar.element).to.be.accessible();
  });

  it('says in the place of the week that it cannot be had, and tries again when asked', async () => {
    const calendar = await open({reading: townReading});
    await calendar.press('Semaine');
    await calendar.shows('Cette partie n’a pas pu être chargée.');
    await expect(calendar.element).to.be.accessible();
    const told = (): string[] => warnings.filter(words => words.includes('week and day'));
    expect(told()[0]).to.contain('week and day could not be loaded; the rest stays.');
    await calendar.press('Réessayer');
    await until(() => told().length === 2, 'another try');
    await calendar.press('Agenda');
    expect(calendar.names.length).to.be.above(50);
  });

  it('shows the agenda in place of the cards', async () => {
    const calendar = await open({reading: townReading});
    await calendar.press('Vignettes');
    await calendar.shows('Cette partie n’a pas pu être chargée.');
    expect(calendar.names.length).to.be.above(50);
  });

  it('says that it cannot search, and shows everything', async () => {
    const calendar = await open({reading: townReading});
    await calendar.type('marché');
    await calendar.shows('Cette partie n’a pas pu être chargée.');
    expect(calendar.names.length).to.be.above(50);
  });

  it('opens no event that it cannot show, and says so', async () => {
    const calendar = await open({reading: readingOf({name: 'Loto', start: '2026-06-13T20:00'})});
    const heard = hear(calendar, 'local-event-select');
    calendar.rows[0]!.control.click();
    await until(() => heard.length === 2, 'the choice taken back');
    expect(calendar.dialog).to.equal(undefined);
    await calendar.shows('Cette partie n’a pas pu être chargée.');
  });

  it('keeps the calendar without url-state and json-ld', async () => {
    const attributes = {'url-state': '', 'json-ld': ''};
    const calendar = await open({reading: townReading, attributes});
    expect(calendar.names.length).to.be.above(50);
  });

  it('says so when the reader of calendars cannot be had', async () => {
    const calendar = await open({reading: townReading});
    calendar.element.reading = undefined;
    calendar.element.src = '#nowhere';
    await until(() => calendar.all('.failure').length > 0, 'a failure');
    expect(calendar.text).to.contain('Réessayer');
  });
});
