export type BackupErrorCode =
  /** Another process is making a backup in the same folder. */
  | 'held'
  /** There is no backup, or none with that name. */
  | 'not_found'
  /** Its checksum, its manifest or its content is wrong. */
  | 'damaged'
  /** It is of the other database engine. */
  | 'other_engine'
  /** The folder or the bucket can't be used, until somebody corrects a setting, a permission or a key. */
  | 'place'
  /** The bucket doesn't answer, or the folder's disk is full or broken: it may pass. */
  | 'away';

/** A backup can't be made or restored, and a person has to act. The message says what to do, and holds no secret. */
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

export const noBucket = (): BackupError => new BackupError('place', 'There is no bucket: BACKUP_S3_URL is not set.');
