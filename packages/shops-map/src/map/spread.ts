import type {Offset} from './map-port.js';

/** More places than this are easier to find in a list. */
export const MOST_SPREAD = 20;
/** CSS pixels between two middles: a target of 44, and a little air. */
const STEP = 48;
/** Up to so many stand on a circle, more on a spiral. */
const MOST_ON_CIRCLE = 9;

/** Where the members of a cluster stand around its middle: all of them at least a target apart. */
export function spreadOffsets(count: number): Offset[] {
  return count <= MOST_ON_CIRCLE ? circle(count) : spiral(count);
}

/** How far the outermost member stands from the middle, in CSS pixels. */
export function spreadRadius(offsets: readonly Offset[]): number {
  return Math.max(...offsets.map(({x, y}) => Math.hypot(x, y)));
}

function circle(count: number): Offset[] {
  const radius = Math.max(STEP + 8, STEP / (2 * Math.sin(Math.PI / count)));
  return [...Array(count).keys()].map(i => polar(radius, (2 * Math.PI * i) / count));
}

/** Archimedes' spiral: each turn is a step further out, each place a step along. */
function spiral(count: number): Offset[] {
  let angle = 0;
  return [...Array(count).keys()].map(() => {
    const radius = STEP + 8 + (STEP * angle) / (2 * Math.PI);
    const at = polar(radius, angle);
    angle += (STEP + 1) / radius;
    return at;
  });
}

/** From the top, clockwise. */
const polar = (radius: number, angle: number): Offset => ({
  x: radius * Math.sin(angle),
  y: -radius * Math.cos(angle),
});
