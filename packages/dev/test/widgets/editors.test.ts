import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {customData} from '../../src/widgets/editors/custom-data.js';
import {llmsTxt} from '../../src/widgets/editors/llms-txt.js';
import {webTypes} from '../../src/widgets/editors/web-types.js';
import {widgetsJson} from '../../src/widgets/widgets-json.js';
import {described} from './sample-widget.js';

const {widget} = described();
const names = widget.attributes.map(({name}) => name);

describe('the data for VS Code', () => {
  const data = customData([widget]);
  const [tag] = data.tags;

  it('has every attribute, with its values and its help', () => {
    assert.equal(data.version, 1.1);
    assert.equal(tag?.name, 'local-lamp');
    assert.deepEqual(tag.attributes, [
      {
        name: 'lumen-count',
        description: 'How brightly it shines: 400 is enough.\n\nExample: 400\n\nDefault: 400',
      },
      {
        name: 'mode',
        description: 'How it shines.\n\nDefault: bright',
        values: [
          {name: 'bright', description: 'Bright'},
          {name: 'dim', description: 'Dim'},
        ],
      },
    ]);
  });
});

describe('the data for JetBrains', () => {
  const data = webTypes('@sample/lamp', '1.2.3', [widget]);
  const [element] = data.contributions.html.elements;

  it('has everything that is public, by package and version', () => {
    assert.deepEqual([data.name, data.version], ['@sample/lamp', '1.2.3']);
    assert.equal(element?.name, 'local-lamp');
    assert.deepEqual(
      element.attributes.map(({name, value}) => [name, value]),
      [
        ['lumen-count', {type: ['number']}],
        ['mode', {type: ["'bright'", "'dim'", 'string']}],
      ],
    );
    assert.deepEqual(element.slots.at(1), {name: 'shade', description: 'What dims it.'});
    assert.deepEqual(element.js.events, [
      {name: 'local-lamp', description: 'Somebody switched it.'},
    ]);
    assert.deepEqual(
      [...element.css.parts, ...element.css.properties].map(({name}) => name),
      ['bulb', 'glass', '--local-lamp-color', '--local-radius'],
    );
  });
});

describe('llms.txt', () => {
  const built = new Map([['local-widgets.js', Buffer.from(' ')]]);
  const json = widgetsJson([widget], built, '1.2.3');
  const text = llmsTxt(json, [{path: 'docs/lamps.md', title: 'Lamps'}]);

  it('names the tag, everything public, whom it contacts, what it keeps, and the guides', () => {
    for (const words of [
      '<script type="module" src="/local-widgets/local-widgets.js"></script>',
      '## `<local-lamp>`',
      '```html\n<local-lamp></local-lamp>\n```',
      ...names.map(name => `- \`${name}\` (`),
      '- `local-lamp` (`LocalLampEvent`): Somebody switched it. Detail: `on`, `watts`',
      '- slot `shade`: What dims it.',
      '- part `bulb`: What shines.',
      '- `--local-radius`: Rounding.',
      '- contacts https://power.example when with a click: the first, to power',
      '- local storage `local-lamp:{lamp}|{room}` when with a click: a day',
      '- [Lamps](docs/lamps.md)',
    ]) {
      assert.ok(text.includes(words), `${words} is missing in\n${text}`);
    }
  });
});
