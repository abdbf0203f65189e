export type BackupErrorCode =
  /** Another process is making a backup into the same folder. */
  | 'held'
  /** There is none, or none of that name. */
  | 'not_found'
  /** Its checksum, its manifest or what is in it is not right. */
  | 'damaged'
  /** It is of the other kind of database. */
  | 'other_engine'
  /** The folder or the bucket can't be used. */
  | 'place';

/** A backup can't be made or restored, and a person has to do something. The message says what, and holds no secret. */
export class BackupError extends Error {
  override readonly name = 'BackupError';

  constructor(
    readonly code: BackupErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export const noBucket = (): BackupError =>
  new BackupError('not_found', 'There is no bucket: BACKUP_S3_URL is not set.');
