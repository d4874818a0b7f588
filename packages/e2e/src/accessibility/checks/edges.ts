import {backgroundOf, contrast, over, rgba} from '../colors.js';
import {inside, isVisible, nameOf, parentOf, type Subject} from '../subject.js';

/** WCAG 2.1, 1.4.11: what shows where a control is, and what a drawing says. */
const LEAST = 3;

/**
 * Fields whose edge cannot be told from what is around them, and drawings alone on a button that cannot be told
 * from it. Fields that the browser draws itself are left to it, and so is what cannot be used.
 */
export function faintEdges(subject: Subject): string[] {
  const found = inside(subject).filter(
    each => isVisible(each) && !each.matches(':disabled, [inert] *'),
  );
  return [
    ...found.filter(isField).flatMap(field => report(field, edgeContrast(field))),
    ...found.filter(isDrawingAlone).flatMap(drawing => report(drawing, drawingContrast(drawing))),
  ];
}

const isField = (each: Element): boolean =>
  each.matches('input:not([type=checkbox], [type=radio], [type=file]), textarea, select') &&
  each.getClientRects().length > 0;

function isDrawingAlone(each: Element): boolean {
  const control = each.closest('button, a[href], label.button');
  if (!(each instanceof each.ownerDocument.defaultView!.SVGSVGElement) || !control) return false;
  const words = [...control.querySelectorAll('*'), control]
    .filter(part => isVisible(part) && !part.closest('svg'))
    .flatMap(part => [...part.childNodes].filter(({nodeType}) => nodeType === Node.TEXT_NODE));
  return words.every(word => !word.textContent?.trim());
}

function edgeContrast(field: Element): number {
  const style = getComputedStyle(field);
  const around = backgroundOf(parentOf(field)!);
  const within = backgroundOf(field);
  const isEdged = parseFloat(style.borderBottomWidth) >= 1 && style.borderBottomStyle !== 'none';
  const edge = over(rgba(style.borderBottomColor), within);
  return Math.max(contrast(within, around), isEdged ? contrast(edge, around) : 1);
}

function drawingContrast(drawing: Element): number {
  const around = backgroundOf(parentOf(drawing)!);
  const shapes = [
    ...drawing.querySelectorAll('path, circle, rect, line, polyline, polygon'),
    drawing,
  ];
  const colors = shapes.flatMap(shape => {
    const {fill, stroke} = getComputedStyle(shape);
    return [fill, stroke].filter(color => color !== 'none' && !color.startsWith('url'));
  });
  return Math.max(1, ...colors.map(color => contrast(over(rgba(color), around), around)));
}

const report = (element: Element, ratio: number): string[] =>
  ratio < LEAST ? [`${nameOf(element)}: ${ratio.toFixed(2)} to 1`] : [];
