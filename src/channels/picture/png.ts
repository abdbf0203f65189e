import { promisify } from 'node:util';
import zlib from 'node:zlib';
import type { Canvas } from './canvas';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const bytesPerPixel = 3;
const truecolour = 2;
const bitDepth = 8;
/** Each byte is stored as its difference from the one above it: of pictures with large plain areas, little is left. */
const filterUp = 2;

/** A picture as a PNG file in 8-bit truecolour: https://www.w3.org/TR/png-3/. Compresses it on another thread. */
export async function pngOf({ width, height, pixels }: Canvas): Promise<Buffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bitDepth, truecolour], 8);
  const data = await promisify(zlib.deflate)(filtered(pixels, width * bytesPerPixel, height));
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

function filtered(pixels: Uint8Array, rowLength: number, height: number): Buffer {
  const rows = Buffer.alloc((rowLength + 1) * height);
  let above: Uint8Array = new Uint8Array(rowLength);
  for (let y = 0; y < height; y += 1) {
    const row = pixels.subarray(y * rowLength, (y + 1) * rowLength);
    const start = y * (rowLength + 1);
    rows[start] = filterUp;
    // Most rows are like the one above, and their differences are the zeros that are there already.
    if (Buffer.compare(row, above) !== 0) {
      for (let x = 0; x < rowLength; x += 1) rows[start + 1 + x] = (row[x] ?? 0) - (above[x] ?? 0);
    }
    above = row;
  }
  return rows;
}

function chunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length, 0);
  head.write(type, 4, 'latin1');
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(zlib.crc32(data, zlib.crc32(head.subarray(4))), 0);
  return Buffer.concat([head, data, tail]);
}
