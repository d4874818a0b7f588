import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {chosenOccurrence, datesOf, seriesOf} from '../src/details/chosen.js';
import {CalendarState} from '../src/state/calendar-state.js';
import {NO_FILTERS} from '../src/state/filters.js';
import {dayOf, FRIDAY_MORNING, readingOf, townReading} from './readings.js';

function stateWith(reading = townReading): CalendarState {
  const state = new CalendarState(() => undefined, 50);
  state.now = FRIDAY_MORNING.getTime();
  state.today = dayOf('2026-06-12');
  state.setReading(reading);
  state.refresh();
  return state;
}

describe('CalendarState', () => {
  it('works an answer out once', () => {
    const state = stateWith();
    const {agenda, occurrences} = state;
    state.refresh();
    assert.equal(state.agenda, agenda);
    assert.equal(state.occurrences, occurrences);
    assert.equal(occurrences, townReading.occurrences, 'nothing is copied when all is shown');
    state.now += 12 * 3_600_000;
    assert.notEqual(state.agenda, agenda);
  });

  it('shows what is on at a place, without the file that answers more', () => {
    const state = stateWith();
    state.filter({shop: {id: 'bibliotheque', name: 'Bibliothèque'}});
    state.refresh();
    assert.deepEqual(
      new Set(state.occurrences.map(({eventId}) => eventId)),
      new Set(['exhibition', 'tales']),
    );
    assert.ok(!state.needsAnswerer && state.isFiltered);
  });

  it('shows everything until what answers has come', () => {
    const state = stateWith();
    state.filter({text: 'marché'});
    state.refresh();
    assert.ok(state.needsAnswerer);
    assert.equal(state.occurrences.length, townReading.occurrences.length);
    state.answerer = {select: ({all}) => all.slice(0, 2)};
    state.refresh();
    assert.equal(state.occurrences.length, 2);
  });

  it('finds the date that is chosen, the next one, or the last', () => {
    const state = stateWith(
      readingOf({
        id: 'a',
        name: 'A',
        start: '2026-06-01T10:00',
        also: ['2026-06-20', '2026-06-27'],
      }),
    );
    const chosen = (recurrenceId: string): string | undefined => {
      state.choose({eventId: 'a', recurrenceId});
      return chosenOccurrence(state)?.recurrenceId;
    };
    assert.equal(chosen('20260627T1000'), '20260627T1000');
    assert.equal(chosen(''), '20260620T1000');
    state.now += 90 * 864e5;
    assert.equal(chosen('gone'), '20260627T1000');
    state.choose(undefined);
    assert.equal(chosenOccurrence(state), undefined);
  });

  it('knows a series with what departs from it', () => {
    const reading = readingOf(
      {id: 'a', name: 'Cours', start: '2026-06-13T10:00', also: ['2026-06-20']},
      {id: 'a#1', name: 'Cours au parc', start: '2026-06-27T10:00', superEvent: 'a'},
      {id: 'b', name: 'Autre', start: '2026-06-13T10:00'},
    );
    const state = stateWith(reading);
    assert.deepEqual(
      seriesOf(state, {eventId: 'a#1'}).map(({id}) => id),
      ['a', 'a#1'],
    );
    assert.equal(datesOf(state, {eventId: 'a'}).length, 3);
  });

  it('counts what is on some days, over or not, each thing once', () => {
    const state = stateWith();
    const june = {firstDay: dayOf('2026-06-01'), lastDay: dayOf('2026-06-30')};
    assert.equal(state.countOn(june), 12);
  });

  it('begins lists anew when something else is asked', () => {
    const state = stateWith();
    state.showMore();
    assert.equal(state.limit, 100);
    state.filter({days: {firstDay: state.today, lastDay: state.today}});
    assert.equal(state.limit, 50);
    state.reset();
    assert.equal(state.filters, NO_FILTERS);
  });
});
