import type { Client } from 'pg';

/** Where a session is connected to, for people, without the password. */
export const serverOf = ({ host, port, database }: Client): string => `${host}:${port}/${database ?? ''}`;
