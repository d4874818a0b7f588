import type {Check, Finding} from '../finding.js';

/** Whether the page loads us once. */
export const checkVersions: Check = ({document, window, loader}) => {
  const findings: Finding[] = [];
  const tags = [...document.scripts].filter(({src}) => /local-widgets\.js/.test(src));
  if (tags.length > 1) {
    const list = tags.map(({src}) => src).join(', ');
    findings.push({
      kind: 'advice',
      fr: `Le script est appelé ${tags.length} fois ; la version ${loader.version} sert, les autres appels sont à retirer : ${list}.`,
      en: `The script is called ${tags.length} times; version ${loader.version} serves, remove the other calls: ${list}.`,
    });
  }
  // kept by the elements (core, define.ts): which version of which tag this page runs
  const registry = (window as unknown as Record<symbol, ReadonlyMap<string, string> | undefined>)[
    Symbol.for('local-widgets')
  ];
  for (const [tag, version] of registry ?? []) {
    if (version === loader.version) continue;
    const [name] = tag.split(' ');
    findings.push({
      kind: 'problem',
      fr: `Deux versions se rencontrent : <${name}> vient de la version ${version}, le script de la version ${loader.version}.`,
      en: `Two versions meet: <${name}> is of version ${version}, the script of version ${loader.version}.`,
    });
  }
  return findings;
};
