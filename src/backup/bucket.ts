import type * as Minio from 'minio';
import { createReadStream, existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { Readable } from 'node:stream';
import type { Millis } from '../lifecycle/ids';
import { appendErasures, erasureList, erasuresIn, keyOfErasure, listState, readErasures } from './erasure-list';
import { BackupError } from './errors';
import { measure, type Folder } from './folder';
import { manifestName, type Manifest } from './manifest';
import { inventory, type BackupStorage } from './storage';

// Loaded only where there is a bucket.
const minio = () => require('minio') as typeof Minio;

/** A bucket on S3 or on any server with its API, such as Google Cloud Storage or MinIO. */
export interface BucketSettings {
  /** `https://HOST[:PORT]`. */
  readonly endpoint: string;
  readonly bucket: string;
  /** The start of every object's name: '' or ending in a slash. */
  readonly prefix: string;
  /** Null: the server is asked for it. */
  readonly region: string | null;
  readonly accessKey: string;
  /** Secret. */
  readonly secretKey: string;
}

/** The time limit of a call. */
const answerWithin: Millis = 60_000;
/** An upload gets the same time again for each of this many bytes. */
const bytesWithin = 5_000_000;

/** Backups in a bucket. The bucket has to exist: a user that may create buckets has more rights than needed. */
export class Bucket implements BackupStorage {
  readonly name: string;
  private readonly client: Minio.Client;

  /** Aborting `signal` ends every call, with its reason. */
  constructor(
    private readonly settings: BucketSettings,
    private readonly signal: AbortSignal,
  ) {
    this.name = `${settings.endpoint}/${settings.bucket}/${settings.prefix}`;
    this.client = connect(settings);
  }

  async names(): Promise<readonly string[]> {
    const { bucket, prefix } = this.settings;
    return this.asking(async () => {
      const names: string[] = [];
      const objects: AsyncIterable<Minio.BucketItem> = this.client.listObjectsV2(bucket, prefix, false);
      for await (const { name } of objects) if (name !== undefined) names.push(name.slice(prefix.length));
      return names;
    });
  }

  async readText(name: string): Promise<string> {
    return text(await this.read(name));
  }

  async read(name: string): Promise<Readable> {
    const { bucket } = this.settings;
    const body = await this.asking(() => this.client.getObject(bucket, this.keyOf(name)));
    return Readable.from(this.chunksOf(body));
  }

  /** A server may also stall in the middle of an answer. */
  private async *chunksOf(body: Readable): AsyncGenerator<Buffer> {
    const chunks: AsyncIterator<Buffer> = body[Symbol.asyncIterator]();
    try {
      for (;;) {
        const next = await this.asking(() => chunks.next());
        if (next.done === true) return;
        yield next.value;
      }
    } finally {
      body.destroy();
    }
  }

  remove(name: string): Promise<void> {
    return this.asking(() => this.client.removeObject(this.settings.bucket, this.keyOf(name)));
  }

  /** Copies every backup in the folder that the bucket lacks, newest first. Returns the copied ones. */
  async receiveFrom(folder: Folder): Promise<readonly Manifest[]> {
    const here = new Set((await inventory(this)).backups.map(({ file }) => file));
    const missing = (await inventory(folder)).backups.filter(({ file }) => !here.has(file));
    for (const manifest of missing) await this.receive(folder, manifest);
    return missing;
  }

  /**
   * Copies the list of who was forgotten, if the folder has one. Another machine may have known others: the folder gets them first.
   * Returns what `listState` says of what was copied.
   */
  async receiveList(folder: Folder): Promise<string | null> {
    const file = folder.pathOf(erasureList);
    if (!existsSync(file)) return null;
    if ((await this.names()).includes(erasureList)) {
      const known = new Set(erasuresIn(file).map(keyOfErasure));
      const others = readErasures(await this.readText(erasureList)).filter((one) => !known.has(keyOfErasure(one)));
      if (others.length > 0) appendErasures(file, others);
    }
    const state = listState(folder.name);
    await this.put(folder, erasureList);
    return state;
  }

  /** First the archive, which is read back, then the manifest: only that makes it a backup. */
  private async receive(folder: Folder, manifest: Manifest): Promise<void> {
    const { file, sha256 } = manifest;
    await this.put(folder, file);
    const stored = await measure(await this.read(file));
    if (stored.sha256 !== sha256) {
      throw new BackupError('damaged', `${this.name}${file} is not what was uploaded.`);
    }
    await this.put(folder, manifestName(manifest));
  }

  private async put(folder: Folder, name: string): Promise<void> {
    const { bucket } = this.settings;
    const path = folder.pathOf(name);
    const { size } = await stat(path);
    // With the size known, it is uploaded in one piece, unless it is too large for that.
    await this.asking(() => this.client.putObject(bucket, this.keyOf(name), createReadStream(path), size), size);
  }

  private keyOf(name: string): string {
    return `${this.settings.prefix}${name}`;
  }

  private async asking<T>(ask: () => Promise<T>, bytes = 0): Promise<T> {
    const within = answerWithin * (1 + Math.ceil(bytes / bytesWithin));
    const over = new AbortController();
    const end = () => over.abort();
    this.signal.throwIfAborted();
    this.signal.addEventListener('abort', end);
    const givenUp = wait(within, undefined, { signal: over.signal }).then(() => {
      throw new Error(`no answer within ${within / 1000} s`);
    });
    try {
      return await Promise.race([ask(), givenUp]);
    } catch (error) {
      if (error instanceof BackupError || this.signal.aborted) throw error;
      const said = error instanceof Error ? `${codeOf(error)}${error.message}` : String(error);
      throw new BackupError(
        error instanceof Error && refusals.test(codeOf(error)) ? 'place' : 'away',
        `The bucket at ${this.name} can't be used (${said}). Check BACKUP_S3_URL, BACKUP_S3_REGION and the two keys, and that they allow to list, read, write and delete there.`,
        { cause: error },
      );
    } finally {
      this.signal.removeEventListener('abort', end);
      over.abort();
      givenUp.catch(() => undefined);
    }
  }
}

/** What a server answers to a wrong name, region or key: it would answer the same tomorrow. Anything else may pass. */
// https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
const refusals =
  /^(AccessDenied|AllAccessDisabled|AccountProblem|AuthorizationHeaderMalformed|InvalidAccessKeyId|InvalidBucketName|InvalidSecurity|MethodNotAllowed|MovedPermanently|NoSuchBucket|NotFound|NotSignedUp|PermanentRedirect|SignatureDoesNotMatch): /;

const codeOf = (error: Error): string => ('code' in error && typeof error.code === 'string' ? `${error.code}: ` : '');

function connect({ endpoint, region, accessKey, secretKey }: BucketSettings): Minio.Client {
  const { hostname, port, protocol } = new URL(endpoint);
  return new (minio().Client)({
    endPoint: hostname,
    ...(port !== '' && { port: Number(port) }),
    useSSL: protocol === 'https:',
    ...(region !== null && { region }),
    accessKey,
    secretKey,
    pathStyle: true,
  });
}
