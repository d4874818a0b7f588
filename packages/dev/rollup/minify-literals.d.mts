/** The part of rollup's plug-in that makes the code. */
interface LiteralsPlugin {
  name: string;
  transform: (
    this: {parse: (code: string) => object},
    code: string,
    id: string,
  ) => {code: string} | null;
}

export function minifyLiterals(): LiteralsPlugin;
