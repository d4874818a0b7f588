/**
 * A library of React components: React itself is the application's, and each component says that it
 * belongs to the browser, so that server components may render it (https://react.dev/reference/rsc/use-client).
 */
export function reactLibrary(build) {
  return {
    ...build,
    external: id => id === 'react' || build.external(id),
    output: {
      ...build.output,
      banner: ({name}) => (name.startsWith('local-') ? "'use client';" : ''),
    },
  };
}
