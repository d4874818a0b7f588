import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {root} from '../../src/root.js';
import type {Manifest} from '../../src/manifest/schema.js';
import {agreementProblems} from '../../src/widgets/agreement.js';
import {filesOf} from '../../src/widgets/built-files.js';
import type {WidgetsJson} from '../../src/widgets/types.js';
import {schemaFaults} from '../../src/widgets/validate.js';
import {widgetsJson} from '../../src/widgets/widgets-json.js';
import {rawManifest} from '../manifest/sample-package.js';
import {described, sample} from './sample-widget.js';

const schema = join(root, 'packages/embed/widgets.schema.json');
const built = new Map(
  Object.entries({
    'local-widgets.js': 'import("./lamp.js")',
    'lamp.js': 'import"./core.js";import{a}from"./bulb.js";import("./shade.js")',
    'bulb.js': 'export{b}from "./core.js"',
    'core.js': '',
    'shade.js': 'import"./lamp.js";new URL("./worker.js",import.meta.url);import("./gone.js")',
    'worker.js': 'load("by-name.js")',
    'by-name.js': 'x',
    'other.js': 'import("./shade.js")',
  }).map(([name, text]) => [name, Buffer.from(text || ' ')] as const),
);
const json = widgetsJson([described().widget], built, '1.2.3');
const manifest = rawManifest(sample);

/** The same with something changed. */
function changed(change: (copy: Draft<WidgetsJson>) => void): WidgetsJson {
  const copy = structuredClone(json) as Draft<WidgetsJson>;
  change(copy);
  return copy;
}

type Draft<T> = T extends object ? {-readonly [K in keyof T]: Draft<T[K]>} : T;

describe('widgets.json', () => {
  it('has bytes and hash of every file', () => {
    const hash = createHash('sha384').update('import("./lamp.js")').digest('base64');
    assert.equal(json.loader.file, 'local-widgets.js');
    assert.equal(json.loader.integrity, `sha384-${hash}`);
    assert.equal(json.loader.bytes, 19);
    assert.deepEqual(Object.keys(json.files), [...built.keys()]);
  });

  it('tells the files of a widget that are needed first from those that come later', () => {
    assert.deepEqual(filesOf('lamp.js', built), {
      first: ['bulb.js', 'core.js', 'lamp.js'],
      later: ['by-name.js', 'shade.js', 'worker.js'],
    });
  });

  it('says so when nothing was built', () => {
    assert.throws(() => widgetsJson([], new Map(), '1.2.3'), /run "npm run build" first/);
  });
});

describe('the schema of widgets.json', () => {
  it('accepts what is written', () => {
    assert.deepEqual(schemaFaults(schema, json), []);
  });

  const cases: [name: string, change: (copy: Draft<WidgetsJson>) => void, at: RegExp][] = [
    ['a missing label', one => (one.widgets[0]!.label.fr = ''), /^\/widgets\/0\/label\/fr /],
    ['an unknown type', one => (one.widgets[0]!.attributes[0]!.type = 'lumens' as 'url'), /type/],
    ['an unknown field', one => Object.assign(one.widgets[0]!, {color: 'red'}), /widgets\/0/],
    ['a name with a digit', one => (one.widgets[0]!.attributes[0]!.name = 'a1'), /name/],
    ['no hash', one => (one.files['core.js']!.integrity = 'sha256-x'), /integrity/],
    ['another major version', one => (one.schemaVersion = '2.0.0'), /schemaVersion/],
    ['no file of a widget', one => (one.widgets[0]!.files.first = []), /files\/first/],
    ['an enum without values', one => delete one.widgets[0]!.attributes[1]!.enum, /attributes\/1/],
  ];
  for (const [name, change, at] of cases) {
    it(`refuses ${name}`, () => {
      const faults = schemaFaults(schema, changed(change));
      assert.ok(
        faults.some(fault => at.test(fault)),
        faults.join('\n') || 'nothing was found',
      );
    });
  }
});

describe('the manifest and widgets.json', () => {
  it('agree', () => {
    assert.deepEqual(agreementProblems([manifest], json), []);
  });

  const lists = [
    ['attributes', 'attribute', 'lumen-count'],
    ['events', 'event', 'local-lamp'],
    ['slots', 'slot', ''],
    ['parts', 'part', 'bulb'],
    ['customProperties', 'custom property', '--local-lamp-color'],
  ] as const;
  for (const [list, word, name] of lists) {
    it(`disagree when a ${word} is missing, or invented`, () => {
      const less = changed(one => void one.widgets[0]![list].shift());
      assert.deepEqual(agreementProblems([manifest], less), [
        `widgets.json: <local-lamp> lacks the ${word} "${name}" of its manifest.`,
      ]);
      const more = changed(one => void (one.widgets[0]![list][0]!.name = 'invented'));
      assert.deepEqual(agreementProblems([manifest], more), [
        `widgets.json: <local-lamp> lacks the ${word} "${name}" of its manifest.`,
        `widgets.json: <local-lamp> has the ${word} "invented", its manifest has not.`,
      ]);
    });
  }

  it('disagree when one has an element that the other has not', () => {
    const nothing: Manifest = {...manifest, modules: []};
    assert.deepEqual(agreementProblems([nothing], json), [
      'widgets.json: <local-lamp> is in no manifest; drop it.',
    ]);
    const empty = changed(one => (one.widgets = []));
    assert.deepEqual(agreementProblems([manifest], empty), [
      'widgets.json: <local-lamp> of the manifest is missing; list its package.',
    ]);
  });
});
