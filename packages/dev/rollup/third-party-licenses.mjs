import {globSync, readFileSync} from 'node:fs';

/** Writes the licences of the npm packages that a build carries beside it, as they ask for. */
export function thirdPartyLicenses(fileName, packages) {
  return {
    name: 'third-party-licenses',
    generateBundle() {
      const texts = packages.map(name => {
        const {version} = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
        const [file] = globSync(`node_modules/${name}/LICENSE*`);
        const licence = readFileSync(file, 'utf8').trim();
        return `${name} ${version}\n\n${licence}\n`;
      });
      const source = `These files contain parts of:\n\n${texts.join('\n---\n\n')}`;
      this.emitFile({type: 'asset', fileName, source});
    },
  };
}
