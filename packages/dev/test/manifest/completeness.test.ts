import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {changed, problemsOf, sample} from './sample-package.js';

const element = 'src/local-lamp.ts';

describe('the documentation of an element', () => {
  it('is accepted when it says what the sources do', () => {
    assert.deepEqual(problemsOf(sample), []);
  });

  /** Each case breaks one thing; the answer is exactly these sentences. */
  const cases: [name: string, sources: Record<string, string>, problems: string[]][] = [
    [
      'needs a summary',
      changed(element, '@summary It shines.', ''),
      [
        'src/local-lamp.ts: <local-lamp> has no summary; write "@summary One sentence." in the JSDoc of LocalLamp.',
      ],
    ],
    [
      'needs the tag that is registered',
      changed('src/define.ts', "'local-lamp'", "'local-lantern'"),
      [
        'src/define.ts: <local-lantern> is registered, but its class does not say so; write "@tag local-lantern" in the JSDoc of LocalLamp.',
        "src/local-lamp.ts: <local-lamp> is never registered; call defineElement('local-lamp', LocalLamp, version) in src/define.ts.",
      ],
    ],
    [
      'needs a description of each attribute',
      changed(element, '/** How brightly it shines, in lumens. */', ''),
      [
        'src/local-lamp.ts: attribute "lumen-count" of <local-lamp> is not described; write a JSDoc comment at property "lumens".',
      ],
    ],
    [
      'needs a description of each property',
      changed(element, '/** Who owns it | pays for it. */', ''),
      [
        'src/local-lamp.ts: property "owner" of <local-lamp> is not described; write a JSDoc comment at LocalLamp.owner.',
      ],
    ],
    [
      'needs a description of each public method',
      changed(element, '/** Switches it. */', ''),
      [
        'src/local-lamp.ts: method "toggle" of <local-lamp> is not described; write a JSDoc comment at LocalLamp.toggle.',
      ],
    ],
    [
      'names each event',
      changed(element, '@event {LocalLampEvent} local-lamp - Somebody switched it.', ''),
      [
        'src/events.ts: event "local-lamp" is not documented; write "@event {LocalLampEvent} local-lamp - When it is fired." in the element\'s JSDoc.',
      ],
    ],
    [
      'gives each event its type',
      changed(element, '@event {LocalLampEvent}', '@event'),
      [
        'src/local-lamp.ts: @event local-lamp needs its type and a description; write "@event {LocalLampEvent} local-lamp - When it is fired.".',
      ],
    ],
    [
      'names no event that does not exist',
      changed(
        element,
        '@csspart bulb',
        '@event {LocalDarkEvent} local-dark - Never.\n * @csspart bulb',
      ),
      [
        'src/local-lamp.ts: event "local-dark" is documented, but no class that extends CustomEvent has this type; write the class in src/events.ts or remove the @event.',
      ],
    ],
    [
      'wants event types as plain strings',
      changed('src/events.ts', "super('local-lamp'", 'super(TYPE'),
      [
        "src/events.ts: the type of LocalLampEvent cannot be read; write it as a plain string in its constructor: super('local-…', …).",
        'src/local-lamp.ts: event "local-lamp" is documented, but no class that extends CustomEvent has this type; write the class in src/events.ts or remove the @event.',
      ],
    ],
    [
      'wants a class for each event',
      changed(
        element,
        'private burnOut(): void {',
        "private burnOut(): void { this.emit(new CustomEvent('local-out'));",
      ),
      [
        'src/local-lamp.ts: event "local-out" is a bare CustomEvent; write a class of its own for it in src/events.ts.',
      ],
    ],
    [
      'names the default slot',
      changed(element, '@slot - Its label.', ''),
      [
        'src/template.ts: the default slot is not documented; write "@slot - What goes there." in the element\'s JSDoc.',
      ],
    ],
    [
      'names each named slot',
      changed('src/template.ts', '<slot></slot>', "<slot></slot><slot name='base'></slot>"),
      [
        'src/template.ts: slot "base" is not documented; write "@slot base - What goes there." in the element\'s JSDoc.',
      ],
    ],
    [
      'names no slot that does not exist',
      changed('src/template.ts', '<slot name="shade"></slot>', ''),
      [
        'src/local-lamp.ts: slot "shade" is documented, but nothing in the sources uses it; use it or remove the @slot.',
      ],
    ],
    [
      'names each part',
      changed('src/template.ts', 'part="bulb glass"', 'part="bulb glass foot"'),
      [
        'src/template.ts: part "foot" is not documented; write "@csspart foot - What it is." in the element\'s JSDoc.',
      ],
    ],
    [
      'names no part that does not exist',
      changed('src/template.ts', 'part="bulb glass"', 'exportparts="glass" part="bulb"'),
      [
        'src/local-lamp.ts: part "glass" is documented, but nothing in the sources uses it; use it or remove the @csspart.',
      ],
    ],
    [
      'wants names of parts as plain text',
      changed(
        'src/template.ts',
        '<slot></slot>',
        "<slot></slot><b part=${on ? 'bulb' : 'glass'}></b>",
      ),
      [
        'src/template.ts: a name that @csspart should document is put together at run time; write it in the template as plain text.',
      ],
    ],
    [
      'names each custom property',
      changed('src/template.ts', 'var(--_inner)', 'var(--local-lamp-ground)'),
      [
        'src/template.ts: custom property --local-lamp-ground is not documented; write "@cssproperty [--local-lamp-ground] - What it changes." in the element\'s JSDoc.',
      ],
    ],
    [
      'names the custom properties of core',
      changed(element, ' * @cssproperty [--local-radius] - Rounding.\n', ''),
      [
        'src/local-lamp.ts: custom property --local-radius is not documented; write "@cssproperty [--local-radius] - What it changes." in the JSDoc of LocalLamp.',
      ],
    ],
    [
      'names no custom property that does not exist',
      changed('src/template.ts', 'var(--local-lamp-color, rgb(255 200 0 / 45%))', 'red'),
      [
        'src/local-lamp.ts: custom property --local-lamp-color is documented, but nothing in the sources uses it; use it or remove the @cssproperty.',
      ],
    ],
    [
      'describes what it names',
      changed(element, '@csspart bulb - What shines.', '@csspart bulb'),
      ['src/local-lamp.ts: part "bulb" is not described; write "@csspart bulb - What it is.".'],
    ],
  ];
  for (const [name, sources, problems] of cases) {
    it(name, () => {
      assert.deepEqual(problemsOf(sources), problems);
    });
  }

  it('covers what elements inherit from core', () => {
    const inherited = sample['src/local-lamp.ts']?.replace('extends LocalElement', 'extends Bare');
    const bare =
      'import {LocalElement} from "@local-widgets/core"; export class Bare extends LocalElement { shade = 1; }';
    const sources = {...sample, 'src/bare.ts': bare, 'src/local-lamp.ts': inherited ?? ''};
    assert.deepEqual(problemsOf(sources), [
      'src/local-lamp.ts: property "shade" of <local-lamp> is not described; write a JSDoc comment at Bare.shade.',
    ]);
  });
});
