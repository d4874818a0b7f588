/** Texts are written with plain spaces, which would let a line begin with a colon. */
export const withFrenchSpaces = (text: string): string =>
  text
    .replace(/ (?=[:»](?:[\s.,)]|$))/g, '\u00a0')
    .replace(/ (?=[;!?](?:[\s.,)»\u00a0]|$))/g, '\u202f')
    .replace(/« /g, '«\u00a0');
