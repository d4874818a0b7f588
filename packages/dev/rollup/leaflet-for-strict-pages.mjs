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

/** Methods that nobody here calls, and that no bundler can leave out of a class: from one comment to another. */
const MAP = '/leaflet/src/map/Map.js';
const CUTS = [
  {file: MAP, from: '// @method flyTo(', to: '// @method setMaxBounds('},
  // a map that could ask for the visitor's position need not be trusted not to
  {file: MAP, from: '// @section Geolocation methods', to: '// TODO Appropriate docs section?'},
];

function cut(code, {from, to}) {
  const [start, end] = [code.indexOf(from), code.indexOf(to)];
  return start < 0 || end < start ? undefined : code.slice(0, start) + code.slice(end);
}

export function leafletForStrictPages() {
  const done = new Set();
  return {
    name: 'leaflet-for-strict-pages',
    transform(code, id) {
      const changes = [...REPLACEMENTS, ...CUTS].filter(({file}) => id.endsWith(file));
      if (changes.length === 0) return null;
      let changed = code;
      for (const change of changes) {
        const {file, from, to} = change;
        const next = CUTS.includes(change)
          ? cut(changed, change)
          : changed.includes(from) && changed.replace(from, to);
        if (!next) this.error(`${file} no longer contains ${from}`);
        changed = next;
        done.add(file);
      }
      return {code: changed, map: null};
    },
    buildEnd(error) {
      const missing = REPLACEMENTS.filter(({file}) => !done.has(file));
      if (!error && missing.length > 0) this.error(`not in the engine: ${missing[0].file}`);
    },
  };
}
