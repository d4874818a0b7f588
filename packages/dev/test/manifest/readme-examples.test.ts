import assert from 'node:assert/strict';
import {globSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {readPlaces} from '@local-widgets/model';
import ts from 'typescript';
import {root} from '../../src/root.js';

/** The fenced examples of one language in a README, in their order. */
function examplesIn(readme: string, language: string): string[] {
  const fences = readFileSync(join(root, readme), 'utf8').matchAll(/^```(\w+)\n(.*?)^```$/gms);
  return [...fences].filter(fence => fence[1] === language).map(fence => fence[2] ?? '');
}

/** What the compiler says about sources that exist in memory only. */
function diagnosticsOf(sources: ReadonlyMap<string, string>): string[] {
  const file = join(root, 'tsconfig.json');
  const config = ts.getParsedCommandLineOfConfigFile(
    file,
    {noUnusedLocals: false},
    {...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined},
  );
  assert.ok(config);
  const host = ts.createCompilerHost(config.options);
  const read = host.readFile.bind(host);
  host.readFile = path => sources.get(path) ?? read(path);
  host.fileExists = path => sources.has(path) || ts.sys.fileExists(path);
  const program = ts.createProgram([...sources.keys()], config.options, host);
  return [...sources.keys()].flatMap(path => {
    const source = program.getSourceFile(path);
    const found = [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ];
    return found.map(
      ({messageText}) => `${path}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
  });
}

const readmes = globSync('packages/*/README.md', {cwd: root}).sort();

describe('the examples of the READMEs', () => {
  it('compile', () => {
    const sources = new Map<string, string>();
    for (const readme of readmes) {
      if (readme.includes('dev')) continue; // fragments of tests, not whole modules
      examplesIn(readme, 'ts').forEach((text, at) => {
        // a module of its own each: two examples may use one name
        const path = join(root, `${readme}-${at}.ts`).replaceAll('\\', '/');
        sources.set(path, `${text}\nexport {};\n`);
      });
    }
    assert.ok(sources.size > 0);
    assert.deepEqual(diagnosticsOf(sources), []);
  });

  for (const language of ['csv', 'json']) {
    it(`are lists of places that can be read, as ${language}`, () => {
      const lists = examplesIn('packages/shops-map/README.md', language);
      assert.equal(lists.length, 1);
      for (const list of lists) {
        const {places, rejected} = readPlaces(list);
        assert.deepEqual(rejected, []);
        assert.ok(places.length > 0);
        for (const {categories, openingHours} of places) {
          assert.notDeepEqual(categories, ['other']);
          assert.ok(openingHours);
        }
      }
    });
  }
});
