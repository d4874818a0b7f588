/** `npm run evidence:pages`: the pages of `docs/guides` that are made of figures and of what the widgets say. */
import {root} from '../root.js';
import {writeEvidencePages} from './write-pages.js';

for (const file of await writeEvidencePages(root)) process.stdout.write(`wrote ${file}\n`);
