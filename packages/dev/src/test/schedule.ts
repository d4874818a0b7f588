/** What the schedule needs to know of a step. */
export interface Scheduled {
  name: string;
  needs?: readonly string[];
  alone?: boolean;
}

/**
 * Runs steps in their order, up to `lanes` at once. A step starts when those it needs have passed;
 * when one of them did not, `passOver` is told instead. One marked `alone` shares no time with
 * another. Names in `needs` that are not among the steps count as passed.
 *
 * @param run returns whether the step passed; must not reject
 */
export async function schedule<S extends Scheduled>(
  steps: readonly S[],
  lanes: number,
  run: (step: S) => Promise<boolean>,
  passOver: (step: S, need: string) => void,
): Promise<void> {
  const passed = new Map<string, boolean>();
  const waiting = [...steps];
  const running = new Map<S, Promise<void>>();

  const isKnown = (name: string): boolean => steps.some(step => step.name === name);
  const needs = (step: S): string[] => (step.needs ?? []).filter(isKnown);
  const isReady = (step: S): boolean =>
    needs(step).every(name => passed.has(name)) &&
    (step.alone !== true || running.size === 0) &&
    ![...running.keys()].some(other => other.alone === true);

  const begin = (step: S): void => {
    const failedNeed = needs(step).find(name => passed.get(name) === false);
    if (failedNeed !== undefined) {
      passed.set(step.name, false);
      passOver(step, failedNeed);
      return;
    }
    const end = run(step).then(ok => {
      passed.set(step.name, ok);
      running.delete(step);
    });
    running.set(step, end);
  };

  while (waiting.length > 0 || running.size > 0) {
    const index = running.size < lanes ? waiting.findIndex(isReady) : -1;
    const [step] = index < 0 ? [] : waiting.splice(index, 1);
    if (step) begin(step);
    else if (running.size > 0) await Promise.race(running.values());
    else throw new Error(`These steps need each other: ${waiting.map(s => s.name).join(', ')}`);
  }
}
