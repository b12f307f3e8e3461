import { squarePng, type Colour } from './png.ts';

/** Our mark at any size: a house that is also a speech bubble, with a heart in it, on a round ground. */
export function icon(size: number): Buffer {
  return squarePng(size, (across, down) => blend(Array.from({ length: fineness ** 2 }, (_, each) => {
    const x = (across + ((each % fineness) + 0.5) / fineness) / size;
    const y = (down + (Math.floor(each / fineness) + 0.5) / fineness) / size;
    return colourAt(x * 2 - 1, y * 2 - 1);
  })));
}

/** Each point is looked at this many times a side, so that edges are smooth. */
const fineness = 4;
const teal: Colour = [31, 78, 95, 255];
const cream: Colour = [251, 247, 239, 255];
const coral: Colour = [214, 84, 74, 255];
const clear: Colour = [31, 78, 95, 0];

/** The drawing itself, from -1 to 1 both ways, the last-drawn part on top. */
function colourAt(x: number, y: number): Colour {
  if (x * x + y * y > 0.985) return clear;
  if (isHeart(x / 0.26, (y - 0.06) / 0.26)) return coral;
  return isRoof(x, y) || isRoom(x, y) || isTail(x, y) ? cream : teal;
}

/** The well-known curve, point downwards, about one unit each way. */
function isHeart(x: number, y: number): boolean {
  const up = 0.15 - y;
  const body = x * x + up * up - 0.9;
  return body ** 3 - x * x * up ** 3 < 0;
}

/** A gable with rounded eaves and ridge: a triangle grown by a small circle. */
function isRoof(x: number, y: number): boolean {
  return toTriangle(Math.abs(x), y) < 0.07;
}

/** How far a point is from a triangle with its ridge at (0, -0.58) and its eaves at (0.58, -0.12). Negative inside. */
function toTriangle(x: number, y: number): number {
  const slope = { x: 0.46 / Math.hypot(0.46, 0.58), y: -0.58 / Math.hypot(0.46, 0.58) };
  const above = x * slope.x + (y + 0.58) * slope.y;
  const below = y + 0.12;
  if (above <= 0 || below <= 0) {
    const along = Math.min(Math.max((x * 0.58 + (y + 0.58) * 0.46) / (0.58 ** 2 + 0.46 ** 2), 0), 1);
    const toSlope = Math.hypot(x - along * 0.58, y + 0.58 - along * 0.46);
    if (above > 0) return toSlope;
    return below > 0 ? Math.hypot(Math.max(x - 0.58, 0), below) : Math.max(above, below);
  }
  return Math.hypot(x - 0.58, y + 0.12);
}

function isRoom(x: number, y: number): boolean {
  const corner = 0.13;
  const outX = Math.max(Math.abs(x) - (0.5 - corner), 0);
  const outY = Math.max(Math.abs(y - 0.13) - (0.33 - corner), 0);
  return Math.hypot(outX, outY) < corner;
}

/** What makes the house speak: a tail below its left side. */
function isTail(x: number, y: number): boolean {
  return y > 0.4 && y < 0.7 && x > -0.34 && x < -0.34 + (0.7 - y) * 0.95;
}

function blend(colours: readonly Colour[]): Colour {
  const solid = colours.reduce((total, [, , , alpha]) => total + alpha, 0);
  const mean = (part: 0 | 1 | 2): number => (solid === 0 ? colours[0]?.[part] ?? 0 : Math.round(colours.reduce((total, each) => total + each[part] * each[3], 0) / solid));
  return [mean(0), mean(1), mean(2), Math.round(solid / colours.length)];
}
