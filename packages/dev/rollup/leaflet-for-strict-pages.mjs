/**
 * Leaflet 1.9.4 does two things that a strict page forbids. Each is replaced by its harmless equal, and
 * the build stops when Leaflet no longer contains the words that we look for.
 */
const REPLACEMENTS = [
  {
    // Asks at import whether the browser knows inline SVG, through innerHTML: throws under
    // `require-trusted-types-for 'script'` and takes the whole map away.
    file: '/leaflet/src/core/Browser.js',
    from: "div.innerHTML = '<svg/>';",
    to: "div.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));",
  },
  {
    // Points removed tiles to a data: image, which needs `img-src data:`. An empty address loads nothing.
    file: '/leaflet/src/core/Util.js',
    from: "emptyImageUrl = 'data:image/gif;base64,R0lGODlhAQABAAD/ACwAAAAAAQABAAACADs='",
    to: "emptyImageUrl = ''",
  },
];

export function leafletForStrictPages() {
  const done = new Set();
  return {
    name: 'leaflet-for-strict-pages',
    transform(code, id) {
      const replacement = REPLACEMENTS.find(({file}) => id.endsWith(file));
      if (!replacement) return null;
      const {file, from, to} = replacement;
      if (!code.includes(from)) this.error(`${file} no longer contains ${from}`);
      done.add(file);
      return {code: code.replace(from, to), map: null};
    },
    buildEnd(error) {
      const missing = REPLACEMENTS.filter(({file}) => !done.has(file));
      if (!error && missing.length > 0) this.error(`not in the engine: ${missing[0].file}`);
    },
  };
}
