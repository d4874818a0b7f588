import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {closePages, until} from '../src/frame.js';
import {all, button, fill, isShown, one, textOf} from '../src/parts.js';
import {goTo, openTown, type Town} from '../src/town.js';

/** A file that does not arrive. */
interface Missing {
  /** Whether there is an agenda all the same. */
  readonly isListed?: false;
  /** What the console says; nothing when the file is only a comfort. */
  readonly says?: RegExp;
  /** What a person does that needs the file, and what there is instead. */
  readonly then?: (calendar: HTMLElement) => Promise<void> | void;
}

const calendarOf = ({document}: Town): HTMLElement =>
  document.querySelector<HTMLElement>('local-event-calendar')!;

/** The names of the events that are listed. */
const names = (calendar: HTMLElement): HTMLElement[] => all(calendar, '.name');

const tells = (calendar: HTMLElement, sentence: string): Promise<void> =>
  until(() => textOf(one(calendar, '.root')).includes(sentence), `it says: ${sentence}`);

const PART_FAILED = 'Cette partie n’a pas pu être chargée.';

const press =
  (text: string) =>
  async (calendar: HTMLElement): Promise<void> => {
    await until(() => button(calendar, text), `the button ${text}`);
    button(calendar, text)?.click();
    await tells(calendar, PART_FAILED);
  };

const openFirst = async (calendar: HTMLElement): Promise<void> => {
  names(calendar)[0]?.click();
  await tells(calendar, PART_FAILED);
};

/** No agenda at all, but what the page wrote, and a way to try again. */
const NO_AGENDA: Missing = {
  isListed: false,
  says: /error|failed|import|module|could not/i,
  then: async calendar => {
    await until(() => button(calendar, 'Réessayer'), 'one can try again');
    await until(() => isShown(calendar.querySelector('h3')), 'the dates of the page are in sight');
  },
};

const FILES: Readonly<Record<string, Missing>> = {
  'event-calendar': {
    isListed: false,
    says: /^<local-event-calendar> could not be loaded\./,
    then: calendar => {
      expect(isShown(calendar.querySelector('h3'))).to.equal(true);
    },
  },
  'calendar-sources': NO_AGENDA,
  'calendar-reader': NO_AGENDA,
  icalendar: {
    says: /agenda\.ics/,
    then: calendar => tells(calendar, 'L’agenda « Agenda municipal » n’a pas pu être chargé.'),
  },
  'calendar-rules': NO_AGENDA,
  'calendar-formats': {
    says: /ateliers\.json/,
    then: calendar => tells(calendar, 'L’agenda « Ateliers et cours » n’a pas pu être chargé.'),
  },
  'calendar-details': {says: /the details of events could not be loaded/, then: openFirst},
  'calendar-filters': {
    says: /search and filters could not be loaded/,
    then: async calendar => {
      fill(one(calendar, 'input[type=search]') as HTMLInputElement, 'marché');
      await tells(calendar, PART_FAILED);
      expect(names(calendar).length).to.be.above(0);
    },
  },
  'calendar-share': {says: /sharing and export could not be loaded/, then: press('Partager')},
  'calendar-more': {says: /could not be loaded/, then: press('Partager')},
  'calendar-hours': {says: /week and day could not be loaded/, then: press('Semaine')},
  'calendar-cards': {says: /the cards could not be loaded/, then: press('Vignettes')},
  'calendar-holidays': {
    says: /names of public holidays could not be loaded/,
    then: async calendar => {
      await until(() => button(calendar, 'Mois'), 'the month');
      button(calendar, 'Mois')?.click();
      await until(() => all(calendar, '.month td').length >= 28, 'the month is there without them');
    },
  },
  'calendar-link': {says: /url-state could not be loaded/},
  'calendar-publish': {says: /json-ld could not be loaded/},
  // files that the town's page does not use
  'calendar-en': {},
  'calendar-failures': {},
  'calendar-large': {},
  'calendar-school': {},
  'calendar-worker': {},
  'calendar-zones': {},
};

describe('a script file of the calendar that does not arrive', () => {
  before(() => setViewport({width: 1200, height: 800}));
  afterEach(closePages);

  it('is known to these tests, whichever it is', async () => {
    const built = (await (await fetch('/__page/town/built-files.json')).json()) as string[];
    const known = Object.keys(FILES).map(name => `${name}.js`);
    expect(built.filter(name => /calendar/.test(name))).to.deep.equal(known.sort());
  });

  for (const [file, {isListed = true, says, then}] of Object.entries(FILES)) {
    it(`${file}: ${isListed ? 'the agenda stays' : 'the dates of the page stay'}`, async () => {
      const town = await openTown({without: file, scroll: false});
      const calendar = calendarOf(town);
      if (file === 'event-calendar') calendar.scrollIntoView({behavior: 'instant'});
      else await goTo(calendar);
      if (isListed) await until(() => names(calendar).length > 0, 'the agenda is there');
      await then?.(calendar);
      const {warnings} = town;
      if (says) await until(() => warnings.some(words => says.test(words)), `it says ${says}`);
      expect(warnings.filter(words => !says?.test(words))).to.deep.equal([]);
      expect(town.errors, 'no uncaught error').to.deep.equal([]);
      expect(town.violations, 'policy').to.deep.equal([]);
    });
  }
});
