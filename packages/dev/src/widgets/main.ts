import {copyFileSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {root} from '../root.js';
import {SentenceError} from '../sentence-error.js';
import {agreementProblems} from './agreement.js';
import {readBuilt} from './built-files.js';
import {describeWidgets} from './describe.js';
import {customData} from './editors/custom-data.js';
import {llmsTxt} from './editors/llms-txt.js';
import {webTypes} from './editors/web-types.js';
import {guidesIn} from './guides.js';
import {schemaFaults} from './validate.js';
import {widgetsJson} from './widgets-json.js';

const embed = join(root, 'packages/embed');
const cdn = join(embed, 'dist/cdn');
const schema = join(embed, 'widgets.schema.json');

function main(): number {
  const {packages, problems} = describeWidgets(root);
  const {version} = JSON.parse(readFileSync(join(embed, 'package.json'), 'utf8')) as {
    version: string;
  };
  const widgets = packages.flatMap(one => one.widgets);
  const json = widgetsJson(widgets, readBuilt(cdn), version);
  write(join(cdn, 'widgets.json'), json);
  copyFileSync(schema, join(cdn, 'widgets.schema.json'));
  writeFileSync(join(embed, 'dist/llms.txt'), llmsTxt(json, guidesIn(root)));
  for (const one of packages) {
    const folder = join(root, one.folder);
    write(join(folder, 'vscode.html-custom-data.json'), customData(one.widgets));
    write(join(folder, 'web-types.json'), webTypes(one.name, one.version, one.widgets));
  }
  const all = [
    ...problems,
    ...schemaFaults(schema, json).map(fault => `widgets.json: ${fault}`),
    ...agreementProblems(
      packages.map(({manifest}) => manifest),
      json,
    ),
  ];
  for (const problem of all) process.stderr.write(`${problem}\n`);
  process.stdout.write(`widgets.json: ${widgets.length} widgets, ${all.length} problems\n`);
  return all.length > 0 ? 1 : 0;
}

function write(file: string, content: object): void {
  writeFileSync(file, `${JSON.stringify(content, undefined, 2)}\n`);
}

try {
  process.exitCode = main();
} catch (error) {
  if (!(error instanceof SentenceError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
