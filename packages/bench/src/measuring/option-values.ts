/** @throws Error with a sentence for an option that is no list of whole numbers with commas */
export function wholeNumbers(option: string, text: string, least = 0): number[] {
  const numbers = text.split(',').map(Number);
  const isRight = numbers.every(number => Number.isInteger(number) && number >= least);
  if (text !== '' && isRight) return numbers;
  throw new Error(`${option} needs whole numbers from ${least} with commas, not "${text}".`);
}

/** @throws Error with a sentence for names that nobody has; names come back in the order of `known` */
export function knownNames<T extends string>(
  option: string,
  text: string,
  known: readonly T[],
): T[] {
  const asked = text.split(',').filter(Boolean);
  const wrong = asked.find(one => !known.includes(one as T));
  if (wrong !== undefined || asked.length === 0) {
    throw new Error(`${option} takes ${known.join(', ')}, not "${wrong ?? text}".`);
  }
  return known.filter(one => asked.includes(one));
}

/** @throws Error with a sentence for an option that is no whole number between the two, both included */
export function wholeNumber(
  option: string,
  text: string,
  [least, most]: readonly [number, number],
): number {
  const number = Number(text);
  if (text !== '' && Number.isInteger(number) && number >= least && number <= most) return number;
  throw new Error(`${option} needs a whole number from ${least} to ${most}, not "${text}".`);
}
