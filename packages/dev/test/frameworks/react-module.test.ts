import assert from 'node:assert/strict';
import {test} from 'node:test';
import {elementApis} from '../../src/frameworks/element-api.js';
import {handlerName, reactIndex, reactModule} from '../../src/frameworks/react-module.js';
import {typesModule} from '../../src/frameworks/types-module.js';
import type {Member, Manifest} from '../../src/manifest/schema.js';

const field = (name: string, rest: Partial<Member> = {}): Member => ({
  kind: 'field',
  name,
  ...rest,
});

const manifest: Manifest = {
  schemaVersion: '1.0.0',
  modules: [
    {
      kind: 'javascript-module',
      path: 'dist/local-clock.js',
      exports: [],
      declarations: [
        {kind: 'class', name: 'LocalTickEvent'},
        {
          kind: 'class',
          name: 'LocalClock',
          tagName: 'local-clock',
          summary: 'What time it is.',
          members: [
            field('timeZone', {attribute: 'time-zone', default: "'Europe/Paris'"}),
            field('level', {attribute: 'level', default: '3'}),
            field('clock', {default: 'systemClock'}),
            field('now', {readonly: true}),
            field('version', {static: true}),
            {kind: 'method', name: 'wind'},
          ],
          events: [
            {name: 'local-tick', type: {text: 'LocalTickEvent'}, description: 'A second passed.'},
          ],
        },
      ],
    },
  ],
};
const elements = elementApis(manifest, '@local-widgets/clock');

test('what a person can set is taken, with what it is when nobody does', () => {
  assert.deepEqual(elements[0]?.properties, [
    {name: 'timeZone', attribute: 'time-zone', initial: "'Europe/Paris'"},
    {name: 'level', attribute: 'level', initial: '3'},
    // the name of something in another file is no value
    {name: 'clock', attribute: undefined, initial: undefined},
  ]);
});

test('an event without its class stops the generation', () => {
  const untyped = structuredClone(manifest);
  delete untyped.modules[0]!.declarations[1]!.events![0]!.type;
  assert.throws(() => elementApis(untyped, 'x'), /<local-clock> .* event local-tick/);
});

test('the component listens to the events under names like those of React', () => {
  assert.equal(handlerName('local-tick'), 'onLocalTick');
  const source = reactModule(elements[0]!);
  assert.match(source, /import '@local-widgets\/clock\/define\.js';/);
  assert.match(
    source,
    /\/\*\* A second passed\. \*\/\n {2}onLocalTick\?: \(\(event: LocalTickEvent\)/,
  );
  assert.match(source, /onLocalTick: 'local-tick'/);
  assert.match(source, /timeZone: 'Europe\/Paris',\n {4}level: 3,\n {2}\}/);
  assert.match(source, /WidgetProps<LocalClockElement, 'timeZone' \| 'level' \| 'clock'>/);
  assert.match(reactIndex(elements), /export \* from '\.\/local-clock\.js';/);
});

test('the types of the tags tell attributes from properties', () => {
  const source = typesModule(elements);
  assert.match(source, /import type \{LocalClock, LocalTickEvent\} from '@local-widgets\/clock';/);
  assert.match(source, /'local-clock': Pick<LocalClock, 'timeZone' \| 'level' \| 'clock'>;/);
  assert.match(source, /'local-clock': \{\n {4}'time-zone': LocalClock\['timeZone'\];\n {2}\}/);
  assert.match(source, /'local-tick': LocalTickEvent;/);
});
