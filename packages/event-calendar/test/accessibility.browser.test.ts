import {expect} from '@open-wc/testing';
import {MEDIUM, NARROW, open, put, until, WIDE} from './harness.js';
import {readingOf, townReading} from './readings.js';

const VIEWS = ['agenda', 'month', 'week', 'day', 'cards'];

describe('<local-event-calendar> for everybody', () => {
  for (const view of VIEWS) {
    for (const [width, scheme] of [
      [WIDE, 'light'],
      [MEDIUM, 'dark'],
      [NARROW, 'light'],
    ] as const) {
      it(`is accessible as ${view}, ${width} px wide, ${scheme}`, async () => {
        const attributes = {view};
        const calendar = await open({reading: townReading, attributes, width, scheme});
        await expect(calendar.element).to.be.accessible();
      });
    }
  }

  for (const scheme of ['light', 'dark'] as const) {
    it(`is accessible with an event open, ${scheme}`, async () => {
      const calendar = await open({reading: townReading, scheme});
      await calendar.choose('Marché du samedi');
      await expect(calendar.element).to.be.accessible();
    });
  }

  it('is accessible when a part of it cannot be had', async () => {
    const calendar = await open({reading: townReading, attributes: {view: 'week'}});
    const {hours} = calendar.element['parts'];
    hours.part = undefined;
    hours.failed = true;
    calendar.element.requestUpdate();
    await until(() => calendar.all('[role=alert]').length, 'a word about it');
    await expect(calendar.element).to.be.accessible();
  });

  it('is accessible when nothing is to come, and when nothing is published', async () => {
    const past = readingOf({name: 'Vide-greniers', start: '2026-05-31T07:00'});
    await expect((await open({reading: past})).element).to.be.accessible();
    const empty = put({reading: readingOf(), fallback: 'Agenda de la mairie'});
    await empty.settled();
    await expect(empty.element).to.be.accessible();
  });
});
