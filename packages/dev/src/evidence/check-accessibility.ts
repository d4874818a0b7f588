import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {EVIDENCE_FOLDER, type Evidence, type Finding, type Rgaa} from './accessibility.js';
import {hasTest} from './test-titles.js';

/** What is wrong with the evidence of a widget, a sentence each. */
export function evidenceProblems(
  {tag, criteria}: Evidence,
  rgaa: Rgaa,
  scripts: readonly string[],
  root: string,
): string[] {
  const known = rgaa.themes.flatMap(theme => theme.criteria.map(({number}) => number));
  const missing = known.filter(number => !criteria[number]);
  const unknown = Object.keys(criteria).filter(number => !known.includes(number));
  return [
    ...missing.map(number => `says nothing of criterion ${number}.`),
    ...unknown.map(number => `knows a criterion ${number} that the RGAA has not.`),
    ...Object.entries(criteria).flatMap(([number, finding]) =>
      findingProblems(finding, scripts, root).map(problem => `${number} ${problem}`),
    ),
  ].map(problem => `${EVIDENCE_FOLDER}/${tag}.json: ${problem}`);
}

function findingProblems(finding: Finding, scripts: readonly string[], root: string): string[] {
  const {status, how, tests = [], scripts: cited = [], reviews = []} = finding;
  const problems: string[] = [];
  // a script that nobody has gone through yet proves nothing
  if (status === 'C' && tests.length + reviews.length === 0) {
    problems.push('is said to be met, without a test or a source that was read.');
  }
  if (status === 'NT' && cited.length === 0) {
    problems.push('is not tested, and no script says how one would.');
  }
  if (!how.fr.trim() || !how.en.trim()) problems.push('has no sentence in both languages.');
  for (const {file, title} of tests) {
    if (!hasTest(root, file, title)) problems.push(`cites “${title}”, which is not in ${file}.`);
  }
  for (const script of cited) {
    if (!scripts.includes(script)) problems.push(`cites the script ${script}, which is not there.`);
  }
  for (const file of reviews) {
    if (!existsSync(join(root, file))) problems.push(`cites ${file}, which is not there.`);
  }
  return problems;
}

/** Scripts that no criterion needs any more, and scripts that lack a part. */
export function scriptProblems(
  all: readonly Evidence[],
  texts: ReadonlyMap<string, string>,
): string[] {
  const cited = new Set(
    all.flatMap(({criteria}) => Object.values(criteria).flatMap(({scripts = []}) => scripts)),
  );
  return [...texts].flatMap(([name, text]) => [
    ...(cited.has(name) ? [] : [`${EVIDENCE_FOLDER}/scripts/${name}.md: no criterion cites it.`]),
    ...PARTS.filter(part => !text.includes(part)).map(
      part => `${EVIDENCE_FOLDER}/scripts/${name}.md: lacks “${part}”.`,
    ),
  ]);
}

/** What each script says: whether somebody went through it, what to do, what must be seen. */
const PARTS = ['**État :**', '## Il faut', '| À faire', '| On doit'] as const;
