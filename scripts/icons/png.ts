import { crc32, deflateSync } from 'node:zlib';

/** Red, green, blue and how solid, each 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** A square PNG, each point coloured by `colourAt(across, down)`. */
export function squarePng(size: number, colourAt: (across: number, down: number) => Colour): Buffer {
  const lineBytes = 1 + size * 4;
  const points = Buffer.alloc(lineBytes * size);
  for (let down = 0; down < size; down += 1) {
    for (let across = 0; across < size; across += 1) points.set(colourAt(across, down), down * lineBytes + 1 + across * 4);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(points, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
