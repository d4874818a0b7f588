import {expect} from '@open-wc/testing';
import {hear, open, textOf, until, type CalendarHarness} from './harness.js';
import {townReading} from './readings.js';

const library = {id: 'bibliotheque', name: 'Bibliothèque Lucienne-Morvan'};

/** What a map on the page would send. */
function say(type: string, detail: unknown): void {
  document.dispatchEvent(new CustomEvent(type, {detail}));
}

/** A map, as far as the calendar knows one: its tag. */
function putMap(calendar: CalendarHarness): void {
  calendar.box.prepend(document.createElement('local-shops-map'));
}

const ask = (detail: unknown = {action: 'events', id: library.id, place: library}): void =>
  say('local-shop-action', detail);

const choose = (place: {id: string; name: string} | null): void =>
  say('local-shop-select', {id: place?.id ?? null, place});

describe('<local-event-calendar> beside a map', () => {
  it('shows what is on at a place when a person asks there', async () => {
    const calendar = await open({reading: townReading, attributes: {view: 'month'}});
    ask();
    await until(() => calendar.text.includes(`Évènements : ${library.name}`), 'the place');
    expect(new Set(calendar.names)).to.deep.equal(
      new Set([
        'Les haies du pays d’Orbelle, photographies de Solène Marchevert',
        'Heure du conte',
      ]),
    );
    expect(calendar.focused).to.contain('4 évènements à venir');
    await calendar.press('Voir tout l’agenda');
    expect(calendar.status).to.equal('65 évènements à venir');
  });

  it('says so when nothing is on there, and offers everything', async () => {
    const calendar = await open({reading: townReading});
    ask({action: 'events', id: 'garage', place: {name: 'Garage'}});
    await calendar.shows('Aucun évènement à venir : Garage.');
    await calendar.press('Voir tout l’agenda');
    expect(calendar.names.length).to.equal(51);
  });

  it('leaves other wishes and strange events alone', async () => {
    const calendar = await open({reading: townReading});
    ask({action: 'order', id: library.id, place: library});
    ask({action: 'events', id: 7});
    say('local-shop-action', null);
    await calendar.settled();
    expect(calendar.status).to.equal('65 évènements à venir');
  });

  it('answers for its own place only', async () => {
    const calendar = await open({reading: townReading, attributes: {shop: 'cafe-des-tilleuls'}});
    expect(calendar.names).to.deep.equal(['Concert au café des Tilleuls']);
    ask();
    await calendar.settled();
    expect(calendar.names).to.deep.equal(['Concert au café des Tilleuls']);
    ask({action: 'events', id: 'cafe-des-tilleuls', place: {name: 'Café des Tilleuls'}});
    await until(() => calendar.focused?.includes('à venir'), 'the keyboard');
  });

  it('follows the place chosen in the map where the page wants that', async () => {
    const calendar = await open({reading: townReading, attributes: {'follow-map': ''}});
    choose(library);
    await until(
      () => calendar.names.includes('Heure du conte') && calendar.names.length < 10,
      'it',
    );
    expect(calendar.focused, 'the keyboard stays in the map').to.equal(undefined);
    choose(null);
    await calendar.says('65 évènements à venir');
  });

  it('does not follow it otherwise', async () => {
    const calendar = await open({reading: townReading});
    choose(library);
    await calendar.settled();
    expect(calendar.status).to.equal('65 évènements à venir');
  });

  it('sends a person to the map, and stays as it is', async () => {
    const calendar = await open({reading: townReading, attributes: {'follow-map': ''}});
    putMap(calendar);
    const heard = hear(calendar, 'local-event-action');
    await calendar.choose('Concert au café des Tilleuls');
    await calendar.press('Voir sur la carte');
    expect(calendar.dialog).to.equal(undefined);
    expect(heard.map(({detail}) => [detail.action, detail.placeId, detail.event.id])).to.deep.equal(
      [['map', 'cafe-des-tilleuls', 'concert']],
    );
    choose({id: 'cafe-des-tilleuls', name: 'Café des Tilleuls'});
    await calendar.settled();
    expect(calendar.status).to.equal('65 évènements à venir');
  });

  it('does not offer the map for what is not on it, nor on a page without one', async () => {
    const alone = await open({reading: townReading});
    await alone.choose('Concert au café des Tilleuls');
    expect(textOf(alone.dialog!)).not.to.contain('Voir sur la carte');
    alone.box.remove();
    const calendar = await open({reading: townReading});
    putMap(calendar);
    await calendar.choose('Conseil municipal');
    expect(textOf(calendar.dialog!)).not.to.contain('Voir sur la carte');
  });

  it('hears nothing more once it has left the page', async () => {
    const calendar = await open({reading: townReading});
    calendar.element.remove();
    ask();
    calendar.box.append(calendar.element);
    await calendar.settled();
    expect(calendar.status).to.equal('65 évènements à venir');
  });
});
