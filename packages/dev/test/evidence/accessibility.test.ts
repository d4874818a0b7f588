import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {
  EVIDENCE_FOLDER,
  readEvidence,
  readRgaa,
  readScripts,
  type Evidence,
  type Finding,
} from '../../src/evidence/accessibility.js';
import {evidenceProblems, scriptProblems} from '../../src/evidence/check-accessibility.js';
import {root} from '../../src/root.js';
import {schemaFaults} from '../../src/widgets/validate.js';

const rgaa = readRgaa(root);
const scripts = readScripts(root);
const all = readEvidence(root);
const folder = join(root, EVIDENCE_FOLDER);

describe('the evidence of accessibility', () => {
  it('knows the 106 criteria of the RGAA, in 13 themes', () => {
    const numbers = rgaa.themes.flatMap(({criteria}) => criteria.map(({number}) => number));
    assert.equal(rgaa.themes.length, 13);
    assert.equal(new Set(numbers).size, 106);
  });

  it('is there for each widget that a page can have', () => {
    const tags = ['local-chat', 'local-collect-button', 'local-event-calendar', 'local-shops-map'];
    assert.deepEqual(
      all.map(({tag}) => tag),
      tags,
    );
  });

  for (const evidence of all) {
    it(`says of <${evidence.tag}> all that it must, and cites what is there`, () => {
      assert.deepEqual(schemaFaults(join(folder, 'evidence.schema.json'), evidence), []);
      assert.deepEqual(evidenceProblems(evidence, rgaa, scripts, root), []);
    });
  }

  it('has scripts for people that are whole, and needed', () => {
    const texts = new Map(
      scripts.map(name => [name, readFileSync(join(folder, `scripts/${name}.md`), 'utf8')]),
    );
    assert.ok(texts.size > 0);
    assert.deepEqual(scriptProblems(all, texts), []);
  });
});

describe('the check of that evidence', () => {
  const [first] = all as [Evidence];
  const problemsWith = (change: Partial<Finding>): string[] => {
    const finding: Finding = {...first.criteria['3.2']!, ...change};
    const criteria = {...first.criteria, '3.2': finding};
    return evidenceProblems({...first, criteria}, rgaa, scripts, root);
  };
  const file = 'packages/e2e/test/accessibility/chat.browser.test.ts';

  for (const [name, change, problem] of [
    ['a criterion that is met by nothing', {tests: [], reviews: []}, /without a test/],
    ['what only a script would show', {tests: [], scripts: ['clavier']}, /without a test/],
    ['a test that is no more', {tests: [{file, title: 'x'}]}, /cites “x”, which is not in/],
    ['a file that is no more', {tests: [{file: 'a.test.ts', title: 'x'}]}, /not in a\.test\.ts/],
    ['a script that is no more', {scripts: ['x']}, /cites the script x/],
    ['a source that is no more', {reviews: ['x.ts']}, /cites x\.ts/],
    ['an untested one without a script', {status: 'NT', scripts: []}, /no script says how/],
    ['a sentence that is missing', {how: {fr: 'x', en: ''}}, /no sentence in both/],
  ] as const) {
    it(`finds ${name}`, () => {
      const problems = problemsWith(change);
      assert.equal(problems.length, 1, problems.join('\n'));
      assert.match(problems[0]!, problem);
    });
  }

  it('finds a criterion that is missing, and one that does not exist', () => {
    const {'1.1': taken, ...others} = first.criteria;
    const criteria = {...others, '14.1': taken!};
    assert.deepEqual(evidenceProblems({...first, criteria}, rgaa, scripts, root), [
      `docs/accessibility/${first.tag}.json: says nothing of criterion 1.1.`,
      `docs/accessibility/${first.tag}.json: knows a criterion 14.1 that the RGAA has not.`,
    ]);
  });
});
