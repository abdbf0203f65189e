import type { Instant } from '../lifecycle/ids';
import type { Dialect } from '../store/engine';
import type { Contents } from '../store/snapshot';
import { copySuffix } from '../store/snapshot';
import { BackupError } from './errors';

/** What a backup is, in a file of its own beside the archive. A backup exists once its manifest does. */
export interface Manifest extends Contents {
  /** Name of the archive: the copy, compressed by gzip. */
  readonly file: string;
  readonly createdAt: Instant;
  readonly engine: Dialect;
  /** Size of the archive. */
  readonly bytes: number;
  /** Of the archive, in lower-case hex. */
  readonly sha256: string;
  /** Size of the copy in it; null: the version that made it did not write that down. */
  readonly unpackedBytes: number | null;
}

/** The number of the form below; a later one may hold what this version can't judge. */
const format = 1;

/** The name that the files of a backup share, with the second in UTC at which it began. */
export const nameAt = (at: Instant): string => `sosekni-${stampAt(at)}`;

/** `20261130T140500Z`: sorts by time, and may stand in every file's and database's name. */
export const stampAt = (at: Instant): string => new Date(at).toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '');

export const archiveName = (at: Instant, engine: Dialect): string => `${nameAt(at)}.${copySuffix(engine)}.gz`;
export const manifestName = ({ file }: Pick<Manifest, 'file'>): string => file.replace(/\.(db|dump)\.gz$/, '.json');

/** Whether a file's name is one that a manifest of ours has. */
export const isManifestName = (name: string): boolean => /^sosekni-\d{8}T\d{6}Z\.json$/.test(name);

export function writeManifest({ createdAt, schemaVersion, unpackedBytes, ...others }: Manifest): string {
  const fields = {
    format,
    created_at: new Date(createdAt).toISOString(),
    schema_version: schemaVersion,
    ...others,
    unpacked_bytes: unpackedBytes,
  };
  return `${JSON.stringify(fields, null, 2)}\n`;
}

/** Reads what `writeManifest` wrote. `name` is the manifest's, for the error. Throws a `BackupError` of code `damaged`. */
export function readManifest(name: string, text: string): Manifest {
  const fields = fieldsOf(text);
  if (typeof fields['format'] === 'number' && fields['format'] > format) {
    throw new BackupError('damaged', `${name} is of a newer version of sosekni-bot. Restore it with that version.`);
  }
  const manifest = fields['format'] === format ? manifestOf(fields) : null;
  if (manifest === null) throw new BackupError('damaged', `${name} is not a whole manifest of a backup.`);
  // A manifest speaks for no other backup's archive: pruning removes what it names.
  if (manifestName(manifest) !== name) {
    throw new BackupError('damaged', `${name} names the archive ${manifest.file}, not its own.`);
  }
  return manifest;
}

/** The fields of a JSON object; none where the text is something else. */
export function fieldsOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null ? { ...json } : {};
  } catch {
    return {};
  }
}

/** Null where a field is missing or no such thing. */
function manifestOf(fields: Readonly<Record<string, unknown>>): Manifest | null {
  const { created_at: created, schema_version: schemaVersion, file, engine, rows, bytes, sha256 } = fields;
  const unpackedBytes = fields['unpacked_bytes'] ?? null;
  const createdAt = typeof created === 'string' ? Date.parse(created) : NaN;
  if (Number.isNaN(createdAt) || (schemaVersion !== null && !isCount(schemaVersion))) return null;
  if (unpackedBytes !== null && !isCount(unpackedBytes)) return null;
  if (typeof file !== 'string' || !/^sosekni-\d{8}T\d{6}Z\.(db|dump)\.gz$/.test(file)) return null;
  if (engine !== 'sqlite' && engine !== 'postgres') return null;
  if (!isCount(bytes) || typeof sha256 !== 'string' || !/^[\da-f]{64}$/.test(sha256) || !areCounts(rows)) return null;
  return { createdAt, schemaVersion, file, engine, rows, bytes, sha256, unpackedBytes };
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

const areCounts = (value: unknown): value is Record<string, number> =>
  typeof value === 'object' && value !== null && Object.values(value).every(isCount);
