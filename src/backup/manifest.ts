import { z } from 'zod';
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
}

/** The number of the form below; a later one may hold what this version can't judge. */
const format = 1;

const formSchema = z.object({ format: z.number() });
const manifestSchema = z.object({
  format: z.literal(format),
  file: z.string().regex(/^sosekni-\d{8}T\d{6}Z\.(db|dump)\.gz$/),
  created_at: z.iso.datetime().transform((text) => Date.parse(text)),
  engine: z.enum(['sqlite', 'postgres']),
  schema_version: z.number().nullable(),
  rows: z.record(z.string(), z.number().int().nonnegative()),
  bytes: z.number().int().positive(),
  sha256: z.string().regex(/^[\da-f]{64}$/),
});

/** The name that the files of a backup share, with the second in UTC at which it began. */
export const nameAt = (at: Instant): string => `sosekni-${stampAt(at)}`;

/** `20261130T140500Z`: sorts by time, and may stand in every file's and database's name. */
export const stampAt = (at: Instant): string => new Date(at).toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '');

export const archiveName = (at: Instant, engine: Dialect): string => `${nameAt(at)}.${copySuffix(engine)}.gz`;
export const manifestName = ({ file }: Pick<Manifest, 'file'>): string => file.replace(/\.(db|dump)\.gz$/, '.json');

/** Whether a file's name is one that a manifest of ours has. */
export const isManifestName = (name: string): boolean => /^sosekni-\d{8}T\d{6}Z\.json$/.test(name);

export function writeManifest({ createdAt, schemaVersion, ...others }: Manifest): string {
  const fields = {
    format,
    created_at: new Date(createdAt).toISOString(),
    schema_version: schemaVersion,
    ...others,
  };
  return `${JSON.stringify(fields, null, 2)}\n`;
}

/** Reads what `writeManifest` wrote. `name` is the manifest's, for the error. Throws a `BackupError` of code `damaged`. */
export function readManifest(name: string, text: string): Manifest {
  const json = jsonOf(text);
  const form = formSchema.safeParse(json);
  if (form.success && form.data.format > format) {
    throw new BackupError('damaged', `${name} is of a newer version of sosekni-bot. Restore it with that version.`);
  }
  const read = manifestSchema.safeParse(json);
  if (!read.success) throw new BackupError('damaged', `${name} is not a whole manifest of a backup.`);
  const { created_at: createdAt, schema_version: schemaVersion, file, engine, rows, bytes, sha256 } = read.data;
  const manifest = { createdAt, schemaVersion, file, engine, rows, bytes, sha256 };
  // A manifest speaks for no other backup's archive: pruning removes what it names.
  if (manifestName(manifest) !== name)
    throw new BackupError('damaged', `${name} names the archive ${file}, not its own.`);
  return manifest;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
