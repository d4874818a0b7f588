import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {format, resolveConfig} from 'prettier';
import {describeWidgets} from '../widgets/describe.js';
import {readFigures, readRgesn} from './figures.js';
import {privacyNotice} from './privacy-notice.js';
import {sobrietyPage} from './sobriety-page.js';

/** The pages that are made of figures and of what the widgets say of themselves, by file. */
export async function evidencePages(root: string): Promise<Map<string, string>> {
  const {packages} = describeWidgets(root);
  const widgets = packages.flatMap(one => one.widgets);
  const [figures, rgesn] = [readFigures(root), readRgesn(root)];
  const pages = new Map<string, string>();
  for (const lang of ['fr', 'en'] as const) {
    for (const [name, text] of [
      ['privacy-notice', privacyNotice(widgets, lang)],
      ['sobriety', sobrietyPage(figures, rgesn, widgets, lang)],
    ] as const) {
      const file = `docs/guides/${lang}/${name}.md`;
      const options = await resolveConfig(join(root, file));
      pages.set(file, await format(text, {...options, parser: 'markdown'}));
    }
  }
  return pages;
}

export async function writeEvidencePages(root: string): Promise<string[]> {
  const pages = await evidencePages(root);
  for (const [file, text] of pages) writeFileSync(join(root, file), text);
  return [...pages.keys()];
}
