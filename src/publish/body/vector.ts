/** Drawings and formulas within a text: inline SVG and MathML, without what could run, load or restyle anything. */

import type { Element } from 'hast';
import { innerText, type Shape } from './body-tree.ts';

/** Elements that draw; scripts, foreign documents, animations, links and pictures of other files are none. */
export const SVG_TAGS = [
  ...['svg', 'g', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan', 'defs', 'linearGradient'],
  ...['radialGradient', 'stop', 'clipPath', 'mask', 'pattern', 'symbol', 'use', 'marker'],
];

/** MathML Core, without what nests HTML or other documents. @see https://www.w3.org/TR/mathml-core/ */
export const MATH_TAGS = [
  ...['math', 'mfrac', 'mi', 'mn', 'mo', 'mover', 'mpadded', 'mroot', 'mrow', 'ms', 'mspace', 'msqrt', 'mstyle', 'msub', 'msubsup'],
  ...['msup', 'mtable', 'mtd', 'mtext', 'mtr', 'munder', 'munderover', 'mmultiscripts', 'mprescripts', 'semantics'],
];

/** Properties that say how a shape is drawn; as attributes they need no `style`, which the page's policy forbids. */
const DRAWN = [
  ...['fill', 'fillOpacity', 'fillRule', 'stroke', 'strokeWidth', 'strokeOpacity', 'strokeDashArray', 'strokeDashOffset'],
  ...['strokeLineCap', 'strokeLineJoin', 'strokeMiterLimit', 'opacity', 'clipPath', 'clipRule', 'mask', 'fontSize', 'fontWeight'],
  ...['fontStyle', 'fontFamily', 'letterSpacing', 'textAnchor', 'dominantBaseline', 'stopColor', 'stopOpacity', 'color', 'visibility'],
  ...['markerStart', 'markerMid', 'markerEnd'],
];

export const SVG_ATTRIBUTES = [
  ...DRAWN,
  ...['viewBox', 'preserveAspectRatio', 'width', 'height', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'fx', 'fy'],
  ...['dx', 'dy', 'd', 'points', 'transform', 'pathLength', 'rotate', 'textLength', 'lengthAdjust', 'offset', 'gradientUnits'],
  ...['gradientTransform', 'spreadMethod', 'clipPathUnits', 'maskUnits', 'maskContentUnits', 'patternUnits', 'patternContentUnits'],
  ...['patternTransform', 'markerWidth', 'markerHeight', 'markerUnits', 'orient', 'refX', 'refY', 'href', 'ariaLabel', 'ariaHidden'],
];

export const MATH_ATTRIBUTES = [
  ...['display', 'displayStyle', 'scriptLevel', 'mathVariant', 'lineThickness', 'accent', 'accentUnder', 'stretchy', 'fence'],
  ...['separator', 'form', 'lSpace', 'rSpace', 'largeOp', 'movableLimits', 'symmetric', 'minSize', 'maxSize', 'width', 'height'],
  ...['depth', 'columnSpan', 'rowSpan', 'columnAlign'],
];

/** By their names in CSS: `stroke-width` -> `strokeWidth`. */
const BY_CSS_NAME = new Map(DRAWN.map((name) => [name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`), name]));
BY_CSS_NAME.set('stroke-dasharray', 'strokeDashArray').set('stroke-dashoffset', 'strokeDashOffset');
BY_CSS_NAME.set('stroke-linecap', 'strokeLineCap').set('stroke-linejoin', 'strokeLineJoin').set('stroke-miterlimit', 'strokeMiterLimit');

/** Shapes an `svg` in place: its title becomes its name, its inline styles attributes, and references stay within it. */
export function shapeDrawing(svg: Element, shape: Shape): void {
  const title = svg.children.find((child) => child.type === 'element' && child.tagName === 'title');
  const given = svg.properties.ariaLabel;
  const name = typeof given === 'string' && given !== '' ? given : title?.type === 'element' ? innerText(title).trim() : '';
  clean(svg, shape);
  if (name !== '') Object.assign(svg.properties, { role: 'img', ariaLabel: name });
  else if (innerText(svg).trim() === '') svg.properties.ariaHidden = 'true';
}

function clean(element: Element, shape: Shape): void {
  const { properties } = element;
  if (typeof properties.style === 'string')
    for (const declaration of properties.style.split(';')) {
      const [key = '', value = ''] = declaration.split(':').map((part) => part.trim());
      const attribute = BY_CSS_NAME.get(key.toLowerCase());
      if (attribute !== undefined && value !== '') properties[attribute] = value;
    }
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value === 'string' && /url\s*\(/i.test(value) && !/^url\(["']?#[\w-]+["']?\)$/.test(value.trim())) delete properties[key];
    if ((key === 'href' || key === 'xLinkHref') && !(element.tagName === 'use' && /^#[\w-]+$/.test(String(value)))) delete properties[key];
  }
  if (element.tagName === 'use' && properties.href === undefined && typeof properties.xLinkHref === 'string')
    properties.href = properties.xLinkHref;
  element.children = element.children.filter((child) => {
    if (child.type !== 'element') return true;
    // Names of parts: only the whole's is told.
    if (child.tagName === 'title' || child.tagName === 'desc' || child.tagName === 'metadata') return false;
    if (!SVG_TAGS.includes(child.tagName)) {
      shape.found.dropped.push({ what: `<${child.tagName}> in <svg>`, line: child.position?.start.line });
      return false;
    }
    clean(child, shape);
    return true;
  });
}
