import type {PackageFacts} from './facts.js';

/** Events that the sources fire and events that the elements document are the same. */
export function eventProblems({elements, events}: PackageFacts): string[] {
  const documented = elements.flatMap(({file, declaration}) =>
    (declaration.events ?? []).flatMap(({name, type, description}) =>
      name ? [{file, name, type: type?.text, description}] : [],
    ),
  );
  const problems: string[] = [];
  for (const {type, className, file} of events) {
    if (className === undefined) {
      problems.push(
        `${file}: ${type === undefined ? 'an event' : `event "${type}"`} is a bare CustomEvent; ` +
          'write a class of its own for it in src/events.ts.',
      );
    } else if (type === undefined) {
      problems.push(
        `${file}: the type of ${className} cannot be read; ` +
          "write it as a plain string in its constructor: super('local-…', …).",
      );
    } else if (!documented.some(({name}) => name === type)) {
      problems.push(
        `${file}: event "${type}" is not documented; ` +
          `write "@event {${className}} ${type} - When it is fired." in the element's JSDoc.`,
      );
    }
  }
  for (const {file, name, type, description} of documented) {
    const fired = events.find(event => event.type === name && event.className !== undefined);
    if (!fired) {
      problems.push(
        `${file}: event "${name}" is documented, but no class that extends CustomEvent has this ` +
          'type; write the class in src/events.ts or remove the @event.',
      );
    } else if (type !== fired.className || !description?.trim()) {
      problems.push(
        `${file}: @event ${name} needs its type and a description; ` +
          `write "@event {${fired.className}} ${name} - When it is fired.".`,
      );
    }
  }
  return problems;
}
