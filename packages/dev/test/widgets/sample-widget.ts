import {commentsIn} from '../../src/widgets/comments.js';
import {tokensIn} from '../../src/widgets/tokens.js';
import {describeElement, type DescribedElement} from '../../src/widgets/widget.js';
import {core, sample as documented, sampleFacts} from '../manifest/sample-package.js';

export const element = 'src/local-lamp.ts';

const ofClass = `
 * @label Lampe | Lamp
 * @help Éclaire la page. | Lights the page.
 * @category places
 * @keywords lampe, lumière | lamp, light
 * @icon lightbulb M4 5h16v11z
 * @height 2rem
 * @fallback Une bougie | A candle
 * @example
 * \`\`\`html
 * <local-lamp></local-lamp>
 * \`\`\`
 * @needs lumen-count
 * @privacy Rien ne reste. | Nothing stays.
 * @origin sdk
 *   csp: script-src
 *   phase: load
 *   when: toujours | always
 *   why: s'allumer | to shine
 * @origin https://power.example if mode=bright,dim
 *   csp: connect-src img-src
 *   phase: action
 *   when: au clic : le
 *     premier | with a click: the
 *     first
 *   why: du courant | power
 *   avoid: une pile | a battery
 * @storage local local-lamp:{lamp}|{room}
 *   written: au clic | with a click
 *   purpose: se souvenir | remember
 *   lifetime: un jour | a day
 * @permission geolocation
 *   when: au clic | with a click
 *   why: l'heure du coucher du soleil | the hour of sunset
 * @trusted lit-html
 *   when: toujours | always
 *
 * @slot - Its label.`;

const properties = `/**
   * How brightly it shines, in lumens.
   *
   * @label Lumière | Light
   * @kind integer from 1 to 800
   * @help Combien elle éclaire : 400 suffit. | How brightly it shines:
   *   400 is enough.
   * @example 400
   */
  @property({attribute: 'lumen-count', type: Number}) lumens = 400;
  /**
   * Mode.
   *
   * @label Mode | Mode
   * @kind url
   * @option - - Automatique | Automatic
   * @option bright - Forte | Bright
   * @option dim - Douce | Dim
   * @help Comment elle éclaire. | How it shines.
   * @group advanced
   * @with lumen-count
   */
  @property() mode = 'bright';`;

/** The sample of the manifest's tests, with all that a plugin wants to know. */
export const sample: Readonly<Record<string, string>> = {
  ...documented,
  [element]: replaced(
    replaced(documented[element] ?? '', '\n * @slot - Its label.', ofClass),
    `/** How brightly it shines, in lumens. */
  @property({attribute: 'lumen-count', type: Number}) lumens = 400;`,
    properties,
  ),
};

const tokens = `
/**
 * @token --local-radius length - Arrondi | Rounding
 * @token --local-lamp-color color - Lumière | Light
 */
export const tokens = css\`\`;
`;

/** What is read from the sample with some text replaced. */
export function described(from = '', to = '', {coreTokens = tokens} = {}): DescribedElement {
  const sources = {...sample, [element]: replaced(sample[element] ?? '', from, to)};
  const facts = sampleFacts(sources);
  const problems: string[] = [];
  const known = tokensIn(
    new Map(Object.entries({...core, 'src/tokens.ts': coreTokens})),
    file => (what, write) => problems.push(`${file}: ${what}; write ${write}.`),
  );
  const comments = commentsIn(new Map(Object.entries(sources)));
  const [first] = facts.elements;
  if (!first) throw new Error('The sample has no element.');
  const result = describeElement(first, {
    facts,
    comments,
    packageName: '@sample/lamp',
    tokens: known,
  });
  return {...result, problems: [...problems, ...result.problems]};
}

function replaced(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`The sample does not contain ${from}`);
  return text.replace(from, () => to);
}
