/**
 * Who may import whom (docs/architecture.md). A package missing here may import nothing of ours.
 * `dev`, `e2e` and `bench` are private and may read all public packages.
 */
export const ARROWS = {
  model: [],
  core: ['model'],
  'shops-map': ['core', 'model'],
  embed: ['core', 'model', 'shops-map'],
  dev: ['model'],
  e2e: ['core', 'dev', 'embed', 'model', 'shops-map'],
  bench: ['core', 'dev', 'embed', 'model', 'shops-map'],
};

/** Packages that a package must never reach, ours or others', whatever its arrows. */
const FORBIDDEN = {
  model: ['lit', 'lit/*', '@lit/*', 'leaflet', 'leaflet/*', 'node:*'],
  core: ['leaflet', 'leaflet/*', 'node:*'],
  'shops-map': ['node:*'],
  embed: ['leaflet', 'leaflet/*', 'node:*'],
};

/** ESLint flat config entries that turn the table into errors. */
export function arrowRules() {
  return Object.entries(ARROWS).map(([name, allowed]) => {
    const others = Object.keys(ARROWS).filter(other => other !== name && !allowed.includes(other));
    return {
      files: [`packages/${name}/src/**/*.ts`],
      rules: {
        'no-restricted-imports': [
          'error',
          {
            patterns: [
              ...others.map(other => ({
                group: [`@local-widgets/${other}`, `@local-widgets/${other}/*`],
                message: `${name} may import ${allowed.join(', ') || 'no other package'} only.`,
              })),
              {
                regex: `^(\\.\\./)+(${Object.keys(ARROWS).join('|')})/`,
                message: 'Import another package by its name, never by path.',
              },
              ...(FORBIDDEN[name] ? [{group: FORBIDDEN[name], message: `not in ${name}`}] : []),
            ],
          },
        ],
      },
    };
  });
}
