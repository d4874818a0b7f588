/** Bytes as base64 (RFC 4648, section 4). */
export async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let signs = '';
  // as arguments of one call, a megabyte would be too many
  for (let from = 0; from < bytes.length; from += 0x8000) {
    signs += String.fromCharCode(...bytes.subarray(from, from + 0x8000));
  }
  return btoa(signs);
}
