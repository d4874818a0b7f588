import {minify} from 'terser';

/**
 * Shortens the names of members that begin with an underscore in one chunk: Leaflet's private ones,
 * which make up a twenty-fifth of the map engine and which nothing outside of it knows. Names that also
 * occur as a text (`'_leaflet_id' in element`) stay.
 */
export function shortPrivateNames(fileName) {
  return {
    name: 'short-private-names',
    async renderChunk(code, chunk) {
      if (chunk.fileName !== fileName) return null;
      const texts = [...code.matchAll(/["'`](_\w+)["'`]/g)].map(([, text]) => text);
      const properties = {regex: /^_[a-z]/i, reserved: [...new Set(texts)]};
      const {code: shortened, map} = await minify(code, {
        compress: false,
        module: true,
        mangle: {properties},
        sourceMap: {asObject: true},
      });
      return {code: shortened, map};
    },
  };
}
