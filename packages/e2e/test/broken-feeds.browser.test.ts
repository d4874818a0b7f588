import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {closePages, until} from '../src/frame.js';
import {countShown, one, rows, textOf} from '../src/parts.js';
import {openTown} from '../src/town.js';

const FORMATS = [
  'geojson',
  'csv',
  'osm',
  'json-ld',
  'gogocarto',
  'agence-bio',
  'recherche-entreprises',
] as const;

interface Broken {
  /** Counted from 0. */
  readonly rows: number[];
  readonly reasons: string[];
}

/** As the reader counts: items from 0, lines of a spreadsheet from 1 with its header. */
const where = (format: string, row: number): string =>
  format === 'csv' ? `line ${row + 2}` : `item ${row}`;

describe('a feed in which one row in a hundred is broken', () => {
  before(() => setViewport({width: 1200, height: 800}));
  afterEach(closePages);

  for (const format of FORMATS) {
    it(`${format}: loses exactly those rows and names each with its reason`, async () => {
      const broken = (await (await fetch('/__feeds/broken-rows')).json()) as Broken;
      const src = `/__feeds/broken?format=${format}`;
      const {shops, warnings, errors} = await openTown({src, tiles: 'none', center: '7.26,43.71'});
      await until(() => rows(shops).length > 0, 'the list is there');
      expect(countShown(shops)).to.equal(495);
      expect(textOf(one(shops, '.notes'))).to.equal('5 fiches illisibles ne sont pas affichées.');
      await until(() => warnings.length > 0, 'the console names them');
      expect(warnings).to.have.lengthOf(1);
      const [head, ...lines] = warnings[0]!.split('\n');
      expect(head).to.equal('<local-shops-map> 5 rows left out, 495 shown:');
      const expected = broken.rows.map((row, i) => `  ${where(format, row)}: ${broken.reasons[i]}`);
      expect(lines.map(line => line.split(',')[0])).to.deep.equal(expected);
      expect(errors).to.deep.equal([]);
    });
  }
});
