import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {describe, it} from 'node:test';
import {rollup, type OutputChunk} from 'rollup';
import {checkedImports} from '../../rollup/checked-imports.mjs';

/** Files of a small release: a core, a widget, a part that it needs at once, and one for later. */
const FILES: Readonly<Record<string, string>> = {
  loader: 'export const known = BUILT_FIRST, version = BUILT_VERSION;',
  parts: 'export const files = BUILT_FILES;',
  core: 'export const core = () => 1;',
  shared: 'export const shared = () => 2;',
  widget: `import {core} from 'core';
    export const soon = () => import('soon'), later = () => import('later'); core();`,
  soon: `import {shared} from 'shared'; export const soon = shared();`,
  later: `import {shared} from 'shared'; export const later = shared() + 1;`,
};

async function build(files = FILES, early: Record<string, string> = {soon: 'soon'}) {
  const bundle = await rollup({
    input: {'local-widgets': 'loader', parts: 'parts', widget: 'widget'},
    plugins: [
      {
        name: 'files',
        resolveId: id => (id in files ? id : null),
        load: id => files[id] ?? null,
      },
      checkedImports({early, first: ['core', 'parts', 'widget'], workers: [], version: '1.2.3'}),
    ],
  });
  const {output} = await bundle.generate({
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    manualChunks: id => (id.includes('checked-import') ? 'core' : id),
  });
  const codes = Object.fromEntries(
    output
      .filter((file): file is OutputChunk => file.type === 'chunk')
      .map(({fileName, code}) => [fileName.replace('.js', ''), code]),
  );
  return (name: string): string => codes[name] ?? '';
}

const hash = (code: string): string =>
  `sha256-${createHash('sha256').update(code).digest('base64')}`;

describe('the files of the script tag', () => {
  it('are known to the loader with the hashes of what was written, and what they import', async () => {
    const code = await build();
    const loader = code('local-widgets');
    assert.ok(loader.includes(`core:"${hash(code('core'))}"`));
    assert.ok(loader.includes(`parts:"${hash(code('parts'))}"`));
    assert.ok(loader.includes(`widget:"${hash(code('widget'))} core"`));
    assert.ok(loader.includes('"1.2.3"'));
  });

  it('are known to the second half of the loader when no page begins with them', async () => {
    const code = await build();
    const parts = code('parts');
    assert.ok(parts.includes(`later:"${hash(code('later'))} shared"`));
    assert.ok(parts.includes(`soon:"${hash(code('soon'))} shared"`));
    assert.ok(parts.includes(`shared:"${hash(code('shared'))}"`));
  });

  it('ask the loader for others, and bring along the hashes of what they need at once', async () => {
    const code = await build();
    const widget = code('widget');
    assert.doesNotMatch(widget, /\bimport\(/);
    assert.ok(
      widget.includes(`{soon:"${hash(code('soon'))} shared",shared:"${hash(code('shared'))}"}`),
      'hashes of the early file',
    );
    assert.match(widget, /load\(__bring => __bring\('\.\/later\.js'\)\)/);
  });

  it('cannot be built when one would have to know its own hash', async () => {
    const circle = {...FILES, soon: `export const soon = () => import('widget');`};
    await assert.rejects(
      build(circle, {soon: 'soon', widget: 'widget'}),
      /Hashes cannot go in a circle: .*widget → soon → widget|soon → widget → soon/,
    );
  });

  it('cannot be built when the loader has no place for them', async () => {
    await assert.rejects(
      build({...FILES, loader: 'export const version = BUILT_VERSION;'}),
      /local-widgets\.js has no BUILT_FIRST/,
    );
  });
});
