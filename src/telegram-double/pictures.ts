import zlib from 'node:zlib';
import { badRequest, type Refusal } from './answer';

/** A file that came with a call, as multipart/form-data. */
export class InputFile {
  constructor(
    readonly name: string,
    readonly type: string,
    readonly bytes: Buffer,
  ) {}

  /** A log of calls is readable, and has no files in it. */
  toJSON(): object {
    return { name: this.name, type: this.type, bytes: this.bytes.length };
  }
}

/** A photo that Telegram has. */
export interface Photo {
  readonly fileId: string;
  readonly type: 'image/png' | 'image/jpeg';
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

type Image = Omit<Photo, 'fileId'>;

// https://core.telegram.org/bots/api#sendphoto
const mostBytes = 10 * 1024 * 1024;
const mostSides = 10_000;
const mostRatio = 20;

/** What is in a file that is sent as a photo, or why Telegram refuses it. */
export function readPhoto({ bytes }: InputFile): Image | Refusal {
  if (bytes.length === 0) return badRequest('file must be non-empty');
  if (bytes.length > mostBytes) {
    return badRequest(
      `file of size ${bytes.length} bytes is too big for a photo; the maximum size is ${mostBytes} bytes`,
    );
  }
  const image = readPng(bytes) ?? readJpeg(bytes);
  if (image === null) return badRequest('IMAGE_PROCESS_FAILED');
  const [short, long] = [Math.min(image.width, image.height), Math.max(image.width, image.height)];
  if (short === 0 || short + long > mostSides || long / short > mostRatio) {
    return badRequest('PHOTO_INVALID_DIMENSIONS');
  }
  return image;
}

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** By colour type: https://www.w3.org/TR/png-3/#table6.1 */
const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Null: it is no PNG, or a damaged one. Interlaced ones are not read. */
function readPng(bytes: Buffer): Image | null {
  if (!bytes.subarray(0, pngSignature.length).equals(pngSignature)) return null;
  const chunks = chunksOf(bytes.subarray(pngSignature.length));
  const header = chunks?.at(0);
  if (chunks === null || header?.type !== 'IHDR' || header.data.length !== 13) return null;
  if (chunks.at(-1)?.type !== 'IEND') return null;
  const [width, height] = [header.data.readUInt32BE(0), header.data.readUInt32BE(4)];
  const [depth = 0, colourType = 0, , , interlaced] = header.data.subarray(8);
  const channels = channelsOf[colourType];
  if (channels === undefined || interlaced !== 0) return null;
  const rows = inflated(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  const length = height * (1 + Math.ceil((width * channels * depth) / 8));
  return rows?.length === length ? { type: 'image/png', bytes, width, height } : null;
}

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

/** Null: one is cut off, or its checksum is wrong. */
function chunksOf(bytes: Buffer): readonly Chunk[] | null {
  const chunks: Chunk[] = [];
  for (let at = 0; at < bytes.length;) {
    if (at + 12 > bytes.length) return null;
    const end = at + 8 + bytes.readUInt32BE(at);
    if (end + 4 > bytes.length) return null;
    if (zlib.crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) return null;
    chunks.push({ type: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, end) });
    at = end + 4;
  }
  return chunks;
}

function inflated(data: readonly Buffer[]): Buffer | null {
  try {
    return zlib.inflateSync(Buffer.concat(data));
  } catch {
    return null;
  }
}

/** By its frame header (https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.2.2); null: there is none. */
function readJpeg(bytes: Buffer): Image | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (!isFrame) continue;
    return { type: 'image/jpeg', bytes, height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
  }
  return null;
}
