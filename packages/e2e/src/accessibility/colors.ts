import {parentOf} from './subject.js';

/** Red, green, blue from 0 to 255, and how much it covers from 0 to 1. */
export type Rgba = readonly [number, number, number, number];

const canvas = document.createElement('canvas');
canvas.width = canvas.height = 1;
const context = canvas.getContext('2d', {willReadFrequently: true})!;

/** Any colour that CSS has computed, as the browser itself paints it. */
export function rgba(color: string): Rgba {
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
  return [red!, green!, blue!, alpha! / 255];
}

/** A colour laid over another. */
export function over(top: Rgba, below: Rgba): Rgba {
  const mix = (at: 0 | 1 | 2): number => top[at] * top[3] + below[at] * (1 - top[3]);
  return [mix(0), mix(1), mix(2), 1];
}

/** The colour behind an element, as its ancestors paint it. Pictures and gradients are not looked at. */
export function backgroundOf(element: Element): Rgba {
  const layers: Rgba[] = [];
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const layer = rgba(getComputedStyle(at).backgroundColor);
    layers.push(layer);
    if (layer[3] === 1) break;
    // what is in the top layer stands before the page, not before its parents
  }
  return layers.reduceRight((below, top) => over(top, below), canvasColor(element));
}

const canvasColor = (element: Element): Rgba => {
  const isDark = getComputedStyle(element.ownerDocument.documentElement).colorScheme === 'dark';
  return isDark ? [18, 18, 18, 1] : [255, 255, 255, 1];
};

/** WCAG 2.1, "contrast ratio": from 1 to 21. */
export function contrast(one: Rgba, two: Rgba): number {
  const [light, dark] = [luminance(one), luminance(two)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance([red, green, blue]: Rgba): number {
  const linear = (value: number): number =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
