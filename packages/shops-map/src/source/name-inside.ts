/** How far the head of a file is looked at, in bytes. */
const HEAD = 1000;

/**
 * The name that a GeoJSON file gives itself, as QGIS and ogr2ogr write it before the features: tells
 * the files of one site apart. Undefined when there is none; never reads the whole file.
 */
export function nameInside(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder().decode(bytes.subarray(0, HEAD));
  const [, name] =
    /^\s*\{\s*(?:"type"\s*:\s*"FeatureCollection"\s*,\s*)?"name"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(
      head,
    ) ?? [];
  try {
    return name && (JSON.parse(name) as string);
  } catch {
    return undefined;
  }
}
