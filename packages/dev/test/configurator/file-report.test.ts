import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {reportOn} from '../../src/configurator/file-report.js';
import {exampleFile} from './sample.js';

const now = new Date('2026-11-24T08:00:00Z');
const fr = {lang: 'fr', now} as const;
const en = {lang: 'en', now} as const;

const CSV = `Nom;Latitude;Longitude
Boulangerie;48,40843;0,52484
;48,4;0,52
Ferme;ici;là
Épicerie;48,41;0,53
`;

describe('the report on a file', () => {
  it('counts what a map reads, and says line by line why not', () => {
    const report = reportOn('shops-map', CSV, fr);
    assert.equal(report.summary, 'Votre fichier CSV\u00a0: 2 lieux lus, 2 lignes refusées.');
    assert.deepEqual(report.rejected, [
      {at: 3, unit: 'line', why: 'Il manque le nom.', text: ';48,4;0,52'},
      {
        at: 4,
        unit: 'line',
        why: 'La position n’est pas lisible : des degrés décimaux, comme 48,40843 et 0,52484.',
        text: 'Ferme;ici;là',
      },
    ]);
    assert.equal((report.data?.['places'] as unknown[]).length, 2);
    assert.equal(
      reportOn('shops-map', CSV, en).summary,
      'Your CSV file: 2 places read, 2 lines refused.',
    );
  });

  it('reads files of older spreadsheets', () => {
    const bytes = Uint8Array.from(CSV, one => one.charCodeAt(0));
    const {rejected} = reportOn('shops-map', bytes, fr);
    assert.equal(rejected[1]?.text, 'Ferme;ici;là');
  });

  it('reads the example town without a fault', () => {
    assert.equal(
      reportOn('shops-map', exampleFile('shops.geojson'), fr).summary,
      'Votre fichier GeoJSON\u00a0: 64 lieux lus, rien de refusé.',
    );
    const {summary} = reportOn('event-calendar', exampleFile('agenda.ics'), fr);
    assert.match(summary, /^Votre fichier iCalendar\u00a0: \d+ événements lus, rien de refusé\.$/);
  });

  it('checks a catalogue', () => {
    const {summary, rejected} = reportOn(
      'collect-button',
      'nom;prix\nPain;3,20 €\nBrioche;cher\n',
      fr,
    );
    assert.match(summary, /CSV/);
    assert.ok(rejected.some(({at, text}) => at === 3 && text === 'Brioche;cher'));
  });

  const unreadable: readonly [string, string | Uint8Array, RegExp, RegExp][] = [
    ['nothing', '', /vide/, /empty/],
    ['a web page', '<!doctype html><html><body>Connexion</body></html>', /page web/, /web page/],
    ['a workbook', Uint8Array.from([80, 75, 3, 4, 0, 0, 0, 0]), /classeur/, /workbook/],
    [
      'broken JSON',
      '{"type": "FeatureCollection", ',
      /virgule ou une accolade/,
      /comma or a brace/,
    ],
    ['a sheet without positions', 'Nom;Adresse\nA;B\n', /première ligne/, /first line/],
  ];
  for (const [what, input, french, english] of unreadable) {
    it(`says in both languages that it is ${what}`, () => {
      assert.match(reportOn('shops-map', input, fr).summary, french);
      const report = reportOn('shops-map', input, en);
      assert.match(report.summary, english);
      assert.equal(report.isUsable, false);
    });
  }
});
