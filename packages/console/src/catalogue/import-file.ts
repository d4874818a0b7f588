/** Bytes; a catalogue of 5,000 products takes about 2 MB. */
export const LARGEST_IMPORT = 5_000_000;

/** What is sent of a chosen file. */
export interface ImportFile {
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly type: 'text/csv' | 'application/json';
}

/**
 * What a chosen file is: JSON when it begins like it, whatever its name; else CSV, sent byte for byte,
 * because the hub knows the character sets of spreadsheets.
 */
export function readImport(bytes: Uint8Array<ArrayBuffer>): ImportFile {
  const text = new TextDecoder().decode(bytes).trim();
  if (!/^[[{]/.test(text)) return {body: bytes, type: 'text/csv'};
  // a bare list of products is what most programs write
  return {body: text.startsWith('[') ? `{"products":${text}}` : text, type: 'application/json'};
}
