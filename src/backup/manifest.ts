import type { Instant } from '../lifecycle/ids';
import type { Dialect } from '../store/engine';
import type { SnapshotContents } from '../store/snapshot';
import { copySuffix } from '../store/snapshot';
import { BackupError } from './errors';

/** The description of a backup, in a file beside its archive. A backup exists once its manifest does. */
export interface Manifest extends SnapshotContents {
  /** The archive's name: the copy, compressed by gzip. */
  readonly file: string;
  readonly createdAt: Instant;
  readonly engine: Dialect;
  /** The archive's size. */
  readonly bytes: number;
  /** The archive's checksum, in lower-case hex. */
  readonly sha256: string;
  /** The size of the copy in the archive. Null: an older version made it and didn't record it. */
  readonly unpackedBytes: number | null;
}

/** The version of the format below. This program can't judge a later one. */
const format = 1;

/** The name that a backup's files share: it holds the second, in UTC, at which the backup began. */
export const nameAt = (at: Instant): string => `sosekni-${stampAt(at)}`;

/** `20261130T140500Z`: sorts by time and is valid in file and database names. */
export const stampAt = (at: Instant): string => new Date(at).toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '');

export const archiveName = (at: Instant, engine: Dialect): string => `${nameAt(at)}.${copySuffix(engine)}.gz`;
export const manifestName = ({ file }: Pick<Manifest, 'file'>): string => file.replace(/\.(db|dump)\.gz$/, '.json');

/** Whether a file's name is that of one of our manifests. */
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
    throw new BackupError(
      'damaged',
      `${name} was made by a newer version of sosekni-bot. Restore it with that version.`,
    );
  }
  const manifest = fields['format'] === format ? manifestOf(fields) : null;
  if (manifest === null) throw new BackupError('damaged', `${name} is damaged or not a backup's manifest.`);
  // A manifest may only name its own archive, since pruning removes what it names.
  if (manifestName(manifest) !== name) {
    throw new BackupError('damaged', `${name} names ${manifest.file}, which is not its own archive.`);
  }
  return manifest;
}

/** The fields of a JSON object; none if the text is anything else. */
export function fieldsOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null ? { ...json } : {};
  } catch {
    return {};
  }
}

/** Null if a field is missing or of the wrong type. */
function manifestOf(fields: Readonly<Record<string, unknown>>): Manifest | null {
  const { created_at: created, schema_version: schemaVersion, file, engine, rows, bytes, sha256 } = fields;
  const unpackedBytes = fields['unpacked_bytes'] ?? null;
  const history = historyOf(fields['history'] ?? null);
  if (history === undefined) return null;
  const createdAt = typeof created === 'string' ? Date.parse(created) : NaN;
  if (Number.isNaN(createdAt) || (schemaVersion !== null && !isCount(schemaVersion))) return null;
  if (unpackedBytes !== null && !isCount(unpackedBytes)) return null;
  if (typeof file !== 'string' || !/^sosekni-\d{8}T\d{6}Z\.(db|dump)\.gz$/.test(file)) return null;
  if (engine !== 'sqlite' && engine !== 'postgres') return null;
  if (!isCount(bytes) || typeof sha256 !== 'string' || !/^[\da-f]{64}$/.test(sha256) || !areCounts(rows)) return null;
  return { createdAt, schemaVersion, file, engine, rows, bytes, sha256, unpackedBytes, history };
}

/** Null: an older version made it. Undefined: it is none. */
function historyOf(field: unknown): Manifest['history'] | undefined {
  if (field === null) return null;
  if (typeof field !== 'object' || !('events' in field) || !('digest' in field)) return undefined;
  const { events, digest } = field;
  return isCount(events) && typeof digest === 'string' && /^[\da-f]{64}$/.test(digest) ? { events, digest } : undefined;
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

const areCounts = (value: unknown): value is Record<string, number> =>
  typeof value === 'object' && value !== null && Object.values(value).every(isCount);
