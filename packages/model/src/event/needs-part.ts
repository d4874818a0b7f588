/** Thrown by a reading that cannot go on before more code is loaded; it is then begun again. */
export class NeedsPart extends Error {
  constructor(readonly part: 'rules' | 'odd-zones') {
    super(part);
  }
}
