import type { Client } from 'pg';

/** Where a session goes, for people, without the password. */
export const placeOf = ({ host, port, database }: Client): string => `${host}:${port}/${database ?? ''}`;
