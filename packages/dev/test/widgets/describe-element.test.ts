import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {described} from './sample-widget.js';

const LUMENS = 'src/local-lamp.ts: attribute "lumen-count" of <local-lamp>: ';
const AT_LUMENS = ' at LocalLamp.lumens.';
const CLASS = 'src/local-lamp.ts: <local-lamp>: ';
const AT_CLASS = ' in the JSDoc of LocalLamp.';

describe('what plugins are told of an element', () => {
  const {widget, problems} = described();

  it('is whole when its comments are', () => {
    assert.deepEqual(problems, []);
  });

  it('has what a page needs without JavaScript, and how it is written', () => {
    assert.deepEqual(widget.fallback, {fr: 'Une bougie', en: 'A candle'});
    assert.equal(widget.example, '<local-lamp></local-lamp>');
    assert.equal(widget.minHeight, '2rem');
    assert.deepEqual(widget.needs, [['lumen-count']]);
  });

  it('has its attributes in the words of the comments', () => {
    assert.deepEqual(widget.attributes, [
      {
        name: 'lumen-count',
        property: 'lumens',
        type: 'integer',
        multiple: false,
        minimum: 1,
        maximum: 800,
        default: 400,
        required: false,
        label: {fr: 'Lumière', en: 'Light'},
        help: {
          fr: 'Combien elle éclaire\u00a0: 400 suffit.',
          en: 'How brightly it shines: 400 is enough.',
        },
        example: '400',
        group: 'basic',
      },
      {
        name: 'mode',
        property: 'mode',
        type: 'enum',
        multiple: false,
        default: 'bright',
        enum: [
          {value: '', label: {fr: 'Automatique', en: 'Automatic'}},
          {value: 'bright', label: {fr: 'Forte', en: 'Bright'}},
          {value: 'dim', label: {fr: 'Douce', en: 'Dim'}},
        ],
        custom: 'url',
        required: false,
        label: {fr: 'Mode', en: 'Mode'},
        help: {fr: 'Comment elle éclaire.', en: 'How it shines.'},
        group: 'advanced',
        with: 'lumen-count',
      },
    ]);
  });

  it('says whom it contacts, and what a policy must allow', () => {
    assert.deepEqual(widget.origins[1], {
      origin: 'https://power.example',
      from: 'fixed',
      attribute: 'mode',
      values: ['bright', 'dim'],
      directives: ['connect-src', 'img-src'],
      phase: 'action',
      when: {fr: 'au clic\u00a0: le premier', en: 'with a click: the first'},
      why: {fr: 'du courant', en: 'power'},
      avoid: {fr: 'une pile', en: 'a battery'},
    });
    const condition = {from: 'fixed', attribute: 'mode', values: ['bright', 'dim']};
    assert.deepEqual(widget.csp, [
      {directive: 'script-src', source: null, from: 'sdk'},
      {directive: 'connect-src', source: 'https://power.example', ...condition},
      {directive: 'img-src', source: 'https://power.example', ...condition},
    ]);
  });

  it('says what it keeps', () => {
    assert.deepEqual(widget.storage, [
      {
        area: 'local',
        key: 'local-lamp:{lamp}|{room}',
        written: {fr: 'au clic', en: 'with a click'},
        purpose: {fr: 'se souvenir', en: 'remember'},
        lifetime: {fr: 'un jour', en: 'a day'},
      },
    ]);
    assert.equal(widget.cookieCategory, 'essential');
  });

  it('has events with the fields of their detail, and custom properties with names for people', () => {
    assert.deepEqual(widget.events, [
      {
        name: 'local-lamp',
        type: 'LocalLampEvent',
        description: 'Somebody switched it.',
        detail: [
          {name: 'on', type: 'boolean', description: 'Whether it shines.'},
          {name: 'watts', type: 'number', description: ''},
        ],
      },
    ]);
    assert.deepEqual(widget.customProperties[0], {
      name: '--local-lamp-color',
      type: 'color',
      label: {fr: 'Lumière', en: 'Light'},
      description: 'Colour of the light.',
      default: 'rgb(255 200 0 / 45%)',
    });
  });
});

describe('comments of an element that leave something out', () => {
  /** Each case breaks one thing; the answer is exactly these sentences. */
  const cases: [name: string, from: string, to: string, problems: string[]][] = [
    [
      'an attribute without a label',
      '@label Lumière | Light',
      '',
      [`${LUMENS}its label is missing; write "@label Français | English"${AT_LUMENS}`],
    ],
    [
      'a label without French',
      '@label Lumière | Light',
      '@label | Light',
      [`${LUMENS}its label has no French text; write "@label Français | English"${AT_LUMENS}`],
    ],
    [
      'a help without English',
      '@help Combien elle éclaire : 400 suffit. | How brightly it shines:\n   *   400 is enough.',
      '@help Combien elle éclaire.',
      [`${LUMENS}its help has no English text; write "@help Français | English"${AT_LUMENS}`],
    ],
    [
      'an option without words',
      '@option dim - Douce | Dim',
      '@option dim - Douce',
      [
        'src/local-lamp.ts: attribute "mode" of <local-lamp>: the option "dim" has no English text; write "@option dim - Français | English" at LocalLamp.mode.',
      ],
    ],
    [
      'a tag that nobody knows',
      '@example 400',
      '@exemple 400',
      [
        `${LUMENS}nobody knows the tag @exemple; write @label, @help, @kind, @option, @options, @example, @group, @required, @with${AT_LUMENS}`,
      ],
    ],
    [
      'a kind that nobody knows',
      '@kind integer from 1 to 800',
      '@kind lumens',
      [
        `${LUMENS}@kind lumens cannot be read; write "@kind url", "@kind url separated by spaces" or "@kind integer from 1 to 6", with one of string, integer, number, boolean, url, color, coordinates, date, email, length, tel, time-zone${AT_LUMENS}`,
      ],
    ],
    [
      'a name of a property for every webmaster',
      '@csspart bulb - What shines.',
      '@csspart bulb - What shines.\n * @cssproperty [--local-foot] - The foot.',
      [
        `${CLASS}nothing says what a webmaster calls --local-foot; write "@token --local-foot color - Français | English" where its default stands, not${AT_CLASS}`,
      ],
    ],
    [
      'a widget without a French description',
      '@help Éclaire la page. | Lights the page.',
      '@help | Lights the page.',
      [`${CLASS}its @help has no French text; write "@help Français | English"${AT_CLASS}`],
    ],
    [
      'a widget without a privacy text',
      '@privacy Rien ne reste. | Nothing stays.',
      '',
      [`${CLASS}@privacy is missing; write "@privacy …"${AT_CLASS}`],
    ],
    [
      'a category that is none',
      '@category places',
      '@category lamps',
      [`${CLASS}@category lamps is none; write places, orders, messages, events${AT_CLASS}`],
    ],
    [
      'keywords in one language',
      '@keywords lampe, lumière | lamp, light',
      '@keywords lampe, lumière',
      [
        `${CLASS}its @keywords has no English text; write "@keywords Français | English"${AT_CLASS}`,
      ],
    ],
    [
      'a tag of the class that nobody knows',
      '@trusted lit-html',
      '@trusts lit-html',
      [`${CLASS}nobody knows the tag @trusts; write another one, or none,${AT_CLASS}`],
    ],
    [
      'a companion that does not exist',
      '@with lumen-count',
      '@with switch',
      [
        `${CLASS}@with of "mode" names the attribute "switch", which does not exist; write another name${AT_CLASS}`,
      ],
    ],
    [
      'a need that does not exist',
      '@needs lumen-count',
      '@needs lumen-count switch',
      [
        `${CLASS}@needs names the attribute "switch", which does not exist; write another name${AT_CLASS}`,
      ],
    ],
    [
      'an icon that is no path',
      '@icon lightbulb M4 5h16v11z',
      '@icon lightbulb url(x)',
      [`${CLASS}@icon lightbulb url(x) cannot be read; write "@icon dashicon M4 5h16…"${AT_CLASS}`],
    ],
    [
      'an origin without a phase',
      '\n *   phase: load',
      '',
      [
        `${CLASS}"@origin sdk" has no phase; write "phase: load" or "phase: view" or "phase: action"${AT_CLASS}`,
      ],
    ],
    [
      'an origin that is none',
      '@origin sdk',
      '@origin http://power.example',
      [
        `${CLASS}"@origin http://power.example" cannot be read; write "@origin https://…", "@origin attribute name", "@origin data" or "@origin sdk", maybe with "if name=value,value"${AT_CLASS}`,
      ],
    ],
    [
      'an origin of an attribute that does not exist',
      '@origin sdk',
      '@origin attribute plug',
      [
        `${CLASS}an @origin names the attribute "plug", which does not exist; write another name${AT_CLASS}`,
      ],
    ],
    [
      'storage without a purpose',
      '\n *   purpose: se souvenir | remember',
      '',
      [
        `${CLASS}"purpose" of "@storage local local-lamp:{lamp}|{room}" is missing; write "purpose: Français | English"${AT_CLASS}`,
      ],
    ],
    [
      'storage of no known kind',
      '@storage local local',
      '@storage disk local',
      [
        `${CLASS}"@storage disk local-lamp:{lamp}|{room}" cannot be read; write "@storage local|session|indexeddb|cookie key:{part}"${AT_CLASS}`,
      ],
    ],
    [
      'a permission without a reason',
      "\n *   why: l'heure du coucher du soleil | the hour of sunset",
      '',
      [
        `${CLASS}"why" of "@permission geolocation" is missing; write "why: Français | English"${AT_CLASS}`,
      ],
    ],
  ];
  for (const [name, from, to, problems] of cases) {
    it(`are told of: ${name}`, () => {
      assert.deepEqual(described(from, to).problems, problems);
    });
  }

  it('are told of a token that cannot be read', () => {
    const coreTokens =
      '/** @token --local-radius round - Arrondi | Rounding\n * @token --local-lamp-color color - Lumière | Light */ const t = 1;';
    assert.deepEqual(described('', '', {coreTokens}).problems, [
      'src/tokens.ts: "@token --local-radius round - Arrondi | Rounding" cannot be read; write "@token --local-… color - Français | English".',
      `${CLASS}nothing says what a webmaster calls --local-radius; write "@token --local-radius color - Français | English" where its default stands, not${AT_CLASS}`,
    ]);
  });
});
