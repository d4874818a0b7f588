/** The bytes of `data:image/jpeg;base64,…`: asking for such an address is what a strict page forbids. */
export function blobOf(dataUrl: string): Blob {
  const [, type = '', base64 = ''] = /^data:([^;,]*);base64,(.*)$/s.exec(dataUrl) ?? [];
  return new Blob([Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))], {type});
}
