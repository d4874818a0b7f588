import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {dayOfIso} from '@local-widgets/model';
import fc from 'fast-check';
import {FACETS} from '../src/state/filters.js';
import type {LinkState} from '../src/url-state/link-state.js';
import {fromParams, toParams} from '../src/url-state/params.js';

const day = (date: string): number => dayOfIso(date)!;

type Params = ReturnType<typeof toParams>;

const params = (given: Partial<Params>): Params => ({...toParams({}), ...given});

describe('the parameters of a link', () => {
  it('tell everything that was asked, and back', () => {
    const state: LinkState = {
      view: 'month',
      day: day('2026-06-14'),
      days: {firstDay: day('2026-06-14'), lastDay: day('2026-06-20')},
      text: 'marché, halle',
      facets: new Map([
        ['category', new Set(['marche', 'a,b%'])],
        ['free', new Set(['true'])],
      ]),
      radiusKm: 10,
      near: {geo: {longitude: 0.52412, latitude: 48.40843}, label: 'Val-Orbelle'},
      shop: {id: 'bibliotheque', name: 'Bibliothèque'},
      chosen: {eventId: 'a~b@c', recurrenceId: '20260613T160000Z'},
    };
    const back = fromParams(toParams(state));
    assert.deepEqual(back, {
      ...state,
      near: {geo: {longitude: 0.524, latitude: 48.408}, label: 'Val-Orbelle'},
    });
  });

  it('are none when nothing is asked', () => {
    assert.ok(Object.values(toParams({})).every(value => value === ''));
  });

  it('leave out what makes no sense, one by one', () => {
    const state = fromParams(
      params({
        view: 'year',
        date: '2026-02-30',
        days: '2026-06-20/2026-06-14',
        radius: '-1',
        near: 'ici',
        text: ' pain ',
        event: '',
      }),
    );
    const said = Object.entries(state).filter(([, value]) => value !== undefined);
    assert.deepEqual(said, [
      ['text', 'pain'],
      ['facets', new Map()],
    ]);
  });

  it('never throw, and keep long values short', () => {
    const anyText = fc.string({maxLength: 2000, unit: 'grapheme'});
    fc.assert(
      fc.property(
        fc.record(Object.fromEntries(Object.keys(toParams({})).map(name => [name, anyText]))),
        given => {
          const state = fromParams(given as Params);
          assert.ok((state.text ?? '').length <= 300);
          for (const facet of FACETS) {
            const values = [...(state.facets?.get(facet) ?? [])];
            assert.ok(values.length <= 50 && values.every(value => value.length <= 300));
          }
          assert.deepEqual(fromParams(toParams(state)).days, state.days);
        },
      ),
    );
  });
});
