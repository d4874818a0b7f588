import assert from 'node:assert/strict';
import {globSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {root} from '../../../dev/src/root.js';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

test('the pages about frameworks show the examples as they are', () => {
  let shown = 0;
  for (const page of globSync('docs/frameworks/*.md', {cwd: root})) {
    const sources = [...read(page).matchAll(/<!-- from (\S+) -->\n\n```\w+\n([^]*?)```\n/g)];
    assert.notEqual(sources.length, 0, page);
    for (const [, path, code] of sources) {
      assert.equal(code, read(path!), `${page} shows another ${path}`);
      shown++;
    }
  }
  assert.ok(shown >= 6, `${shown} sources`);
});

interface Described {
  readonly name: string;
  readonly attribute?: string;
}

/** The compiler of Angular is not here: at least all names that the template uses are those of the elements. */
test("the example for Angular uses the elements' own names", () => {
  const template = /template: `([^]*?)`/.exec(
    read('examples/frameworks/angular/src/town.component.ts'),
  )![1]!;
  for (const name of ['shops-map', 'event-calendar']) {
    const {modules} = JSON.parse(read(`packages/${name}/custom-elements.json`)) as {
      modules: {declarations: {tagName?: string}[]}[];
    };
    const {members, events, attributes} = modules
      .flatMap(({declarations}) => declarations)
      .find(({tagName}) => tagName === `local-${name}`) as unknown as Record<
      'members' | 'events' | 'attributes',
      Described[]
    >;
    const names = (all: Described[]): string[] => all.map(one => one.name);
    const tag = new RegExp(`<local-${name}([^>]*)>`).exec(template)![1]!;
    const written = [...tag.matchAll(/([[(]?)([\w-]+)[\])]?=/g)];
    assert.notEqual(written.length, 0);
    for (const [, bracket, word] of written) {
      const known = bracket === '(' ? events : bracket === '[' ? members : attributes;
      assert.ok(names(known).includes(word!), `${bracket}${word} of local-${name}`);
    }
  }
});
