import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {chatHub} from '../src/chatting.js';
import {
  expectAllAsked,
  expectNothingEarly,
  expectOnlyDeclared,
  expectStorage,
  openWidget,
} from '../src/declared.js';
import {closePages, until} from '../src/frame.js';
import {all, fill, one, textOf} from '../src/parts.js';
import {SCRIPTS} from '../src/town.js';
import {NOTHING_STORED, stored} from '../src/traces.js';

/** The same server under another name is another site to a browser. */
const ELSEWHERE = location.origin.replace('127.0.0.1', 'localhost');
const PHOTO = `${ELSEWHERE}/__tiles/3/4/2.png`;
const DAY = 86_400_000;

const own = {
  '@context': 'https://schema.org',
  '@type': 'Event',
  name: 'Bal de la photo',
  startDate: new Date(Date.now() + DAY).toISOString(),
  image: PHOTO,
};

/** An event's dialog, opened as a person does. */
async function openEvent(calendar: HTMLElement, name: string): Promise<void> {
  const row = (): HTMLElement | undefined =>
    all(calendar, '.name').find(each => textOf(each) === name);
  await until(row, `${name} is in the agenda`);
  row()?.click();
  await until(() => one(calendar, 'dialog img'), 'the picture is there');
}

/** Looks for a place in the filters, as a person does. */
async function lookNear(calendar: HTMLElement, text: string): Promise<void> {
  await until(() => one(calendar, '#open-filters'), 'the bar is there');
  one(calendar, '#open-filters')?.click();
  await until(() => one(calendar, '#near-place'), 'the filters are there');
  const field = one(calendar, '#near-place') as HTMLInputElement;
  field.focus();
  fill(field, text);
}

describe('widgets.json and the calendar', () => {
  before(() => setViewport({width: 1200, height: 900}));
  afterEach(closePages);

  it('agree on whom it asks, when, and on what it keeps', async () => {
    const {hub, options} = chatHub();
    const page = await openWidget('event-calendar', {
      attributes: {
        src: `${location.origin}/__page/town/data/agenda.ics #own`,
        hub: hub.url,
        calendar: 'sainte-aubrette',
        center: '0.524,48.4085',
        geocoder: `${location.origin}/__feeds/geocoder?q={query}`,
        'school-holidays': `${ELSEWHERE}/school.csv`,
        'school-zone': 'B',
        'url-state': 'agenda',
        'json-ld': '',
      },
      inside: `<script type="application/ld+json" id="own">${JSON.stringify(own)}</script>`,
      before: options.before,
    });
    const places = {
      sdk: `${location.origin}${SCRIPTS}`,
      data: PHOTO,
      'attribute src': `${location.origin}/__page/town/data/`,
      'attribute hub': hub.url,
      'attribute geocoder': `${location.origin}/__feeds/geocoder`,
      'attribute school-holidays': `${ELSEWHERE}/school.csv`,
    };
    const {element: calendar, traces} = page;
    await until(() => all(calendar, '.name').length > 0, 'the agenda is there');
    expectNothingEarly(page, places);
    expect(await stored(page.window)).to.deep.equal(NOTHING_STORED);

    await openEvent(calendar, 'Bal de la photo');
    await until(() => traces.requests().includes(PHOTO), 'the picture is asked for');
    one(calendar, 'dialog .close')?.click();
    await lookNear(calendar, 'rue des tilleuls');
    await until(() => traces.requests().some(url => url.includes('geocoder')), 'it is asked');
    all(calendar, 'button')
      .find(each => textOf(each) === 'Mois')
      ?.click();
    const asksSchool = (url: string): boolean => url.endsWith('/school.csv');
    await until(() => traces.requests().some(asksSchool), 'school holidays are asked for');
    expectOnlyDeclared(page, places);
    expectAllAsked(page, places);
    await expectStorage(page);
  });

  it('agree on the geocoder of IGN', async () => {
    const page = await openWidget('event-calendar', {
      attributes: {src: '/__page/town/data/agenda.ics', geocoder: 'ign'},
      policy: `connect-src ${location.origin}`,
    });
    await until(() => all(page.element, '.name').length > 0, 'the agenda is there');
    await lookNear(page.element, 'rue des tilleuls');
    const [ign] = page.widget.origins.filter(one => one.attribute === 'geocoder' && one.values);
    const refused = (): string[] =>
      page.violations.filter(words => words.includes(String(ign?.origin)));
    await until(() => refused().length > 0, 'IGN is asked');
    expect(refused()[0]?.split(' ')[0]).to.equal(ign?.directives.join(' '));
    expect(ign?.phase).to.equal('action');
  });
});
