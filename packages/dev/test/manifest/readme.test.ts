import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {apiTables} from '../../src/manifest/api-tables.js';
import {formatMarkdown, withTables} from '../../src/manifest/readme.js';
import {sampleFacts} from './sample-package.js';

const tables = apiTables(sampleFacts());

describe('the tables of a README', () => {
  it('list everything public, in the words of the sources', () => {
    assert.deepEqual(
      tables.split('\n').filter(line => line && !line.startsWith('| ---')),
      [
        '### Attributes',
        '| Attribute | Property | Type | Default | Meaning |',
        '| `lumen-count` | `lumens` | `number` | `400` | How brightly it shines, in lumens. |',
        '### Properties',
        '| Property | Type | Meaning |',
        '| `owner` | `string \\| undefined` | Who owns it \\| pays for it. |',
        '| `clock` | `number` | Where it reads the time. |',
        '### Methods',
        '| Method | What it does |',
        '| `toggle(on?: boolean): void` | Switches it. |',
        '### Events',
        '| Event | Class | When | `detail` |',
        '| `local-lamp` | `LocalLampEvent` | Somebody switched it. | `on`: Whether it shines.<br>`watts` |',
        '### Slots',
        '| Slot | What goes there |',
        '| (default) | Its label. |',
        '| `shade` | What dims it. |',
        '### Parts',
        '| Part | What it is |',
        '| `bulb` | What shines. |',
        '| `glass` | What surrounds the bulb. |',
        '### Custom properties',
        '| Property | Default | What it changes |',
        '| `--local-lamp-color` | `rgb(255 200 0 / 45%)` | Colour of the light. |',
        '| `--local-radius` | `4px` | Rounding. |',
      ],
    );
  });

  it('replace what is between the markers and nothing else', () => {
    const readme = 'a\n\n<!-- api:start -->\nold\n<!-- api:end -->\n\nb\n';
    const fresh = 'a\n\n<!-- api:start -->\n\nnew\n\n<!-- api:end -->\n\nb\n';
    assert.equal(withTables(readme, '\nnew\n'), fresh);
    assert.equal(withTables(fresh, 'new'), fresh);
  });

  it('have no place in a README without both markers', () => {
    assert.equal(withTables('a', 'new'), undefined);
    assert.equal(withTables('<!-- api:end --> <!-- api:start -->', 'new'), undefined);
  });

  it('stay as they are when the formatter has been over them', async () => {
    const once = await formatMarkdown(tables, 'README.md');
    assert.equal(await formatMarkdown(once, 'README.md'), once);
    const readme = withTables('# x\n\n<!-- api:start -->\n<!-- api:end -->\n', once) ?? '';
    assert.equal(await formatMarkdown(readme, 'README.md'), readme);
  });
});
