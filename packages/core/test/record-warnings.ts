/** Keeps the console's warnings of each test, as text, instead of printing them. */
export function recordWarnings(): string[] {
  const warnings: string[] = [];
  const {warn} = console;
  beforeEach(() => {
    warnings.length = 0;
    console.warn = (...words: unknown[]) => warnings.push(words.map(String).join(' '));
  });
  afterEach(() => {
    console.warn = warn;
  });
  return warnings;
}
