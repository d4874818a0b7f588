import assert from 'node:assert/strict';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {FRAME_WIDGETS, type FrameWidget} from '../../../hub/src/embed/frames/frame-widgets.js';
import {describePackage} from '../../src/manifest/describe-package.js';
import {root} from '../../src/root.js';

interface Manifest {
  modules: {declarations?: {tagName?: string; attributes?: {name: string}[]}[]}[];
}

/** The hub never imports the widgets: its list of their attributes is held to theirs here. */
describe('the frames of the hub', () => {
  for (const [name, widget] of Object.entries<FrameWidget>(FRAME_WIDGETS)) {
    it(`take every attribute of ${name}, or say why not`, async () => {
      const folder = join(root, 'packages', name);
      const {manifest} = await describePackage(folder, join(root, 'packages/core'));
      const found = (JSON.parse(manifest) as Manifest).modules
        .flatMap(({declarations = []}) => declarations)
        .find(({tagName}) => tagName === widget.tag);
      const known = [...widget.takes, ...Object.keys(widget.left)];
      assert.deepEqual(known.sort(), found?.attributes?.map(each => each.name).sort());
      for (const part of [widget.flags, widget.data, widget.needs]) {
        assert.ok(part.every(each => widget.takes.includes(each)));
      }
    });
  }
});
