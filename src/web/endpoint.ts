import type { z } from '@hono/zod-openapi';
import type { Instant, PersonId } from '../lifecycle/ids';
import type { Reading, Transaction } from '../transaction/transaction';
import type { Problem, ProblemStatus } from './problem';
import type { Work } from './work';

/** Who calls. */
export type Caller = Admin | Program;
/** An admin with a session. */
export interface Admin {
  readonly kind: 'admin';
  readonly id: PersonId;
  readonly token: string;
  /** When the session is over. */
  readonly expiresAt: Instant;
}
/** Whoever has API_TOKEN. */
export interface Program {
  readonly kind: 'program';
}

/** A request that is what the endpoint declares. */
export interface Call<P, Q, B, C> {
  readonly caller: C;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly request: Request;
}

/** What is answered. A JSON body is parsed by the schema of its status, which strips what is not declared. */
export interface Answer {
  readonly status: 200 | 204;
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A long answer, told part by part. */
export interface Streamed {
  readonly headers: Readonly<Record<string, string>>;
  readonly parts: AsyncIterable<string> | Iterable<string>;
  /** Called once, when all is written, or no more will be: because of an error, or (null) because whoever reads has gone. */
  readonly ended: (error: unknown) => void;
}

/** What is answered once the transaction is committed. */
export interface After {
  readonly after: (work: Work) => Promise<Answer | Problem>;
}

type Job<On, P, Q, B, C> = (on: On, call: Call<P, Q, B, C>) => Promise<Answer | Problem>;
type Write<P, Q, B, C> = (on: Transaction, call: Call<P, Q, B, C>) => Promise<Answer | After | Problem>;

/** What every endpoint declares. */
export interface Declared<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  readonly method: 'get' | 'post' | 'delete';
  /** With `{id}` for a number. */
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  readonly params: P;
  readonly query: Q;
  /** Query parameters that may come several times. */
  readonly repeatable?: readonly string[];
  /** Null: there is none. */
  readonly body: B | null;
  /** The headers that it reads, with what they are for. */
  readonly headers?: Readonly<Record<string, { readonly required: boolean; readonly description: string }>>;
  /** The schema of a 200; `csv` and `events` are no JSON; null: the answer is a 204. */
  readonly answers: z.ZodType | 'csv' | 'events' | null;
  /** It answers 304 to whoever has its answer already. */
  readonly isKept?: boolean;
  /** The refusals of its own, beside those that any request can meet. */
  readonly refusals?: readonly ProblemStatus[];
}

/** One path and method: what it takes, who may use it, and what it does. */
export type Endpoint<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = Declared<P, Q, B> &
  (
    | {
        readonly access: 'readers';
        /** Looks at the database in the same moment as at the session. */
        readonly read: Job<Reading, z.output<P>, z.output<Q>, z.output<B>, Caller>;
      }
    | {
        readonly access: 'admins';
        readonly read: Job<Reading, z.output<P>, z.output<Q>, z.output<B>, Admin>;
      }
    | {
        readonly access: 'admins';
        /** Changes something in the transaction that looks at the session. */
        readonly write: Write<z.output<P>, z.output<Q>, z.output<B>, Admin>;
      }
    | {
        readonly access: 'readers';
        /** Does all that it does by itself. The caller is known, and may no longer be who they were. */
        readonly use: (
          work: Work,
          call: Call<z.output<P>, z.output<Q>, z.output<B>, Caller>,
        ) => Promise<Answer | Response | Streamed | Problem>;
      }
    | {
        readonly access: 'admins';
        readonly use: (
          work: Work,
          call: Call<z.output<P>, z.output<Q>, z.output<B>, Admin>,
        ) => Promise<Answer | Response | Streamed | Problem>;
      }
    | {
        /** No session, and no bot that acts, is needed. */
        readonly access: 'public';
        readonly say: (call: Call<z.output<P>, z.output<Q>, z.output<B>, null>) => Answer | Promise<Response>;
      }
    | {
        readonly access: 'public_while_acting';
        readonly serve: (
          work: Work,
          call: Call<z.output<P>, z.output<Q>, z.output<B>, null>,
        ) => Promise<Answer | Problem>;
      }
  );

/** An endpoint of any kind. Its schemas tie what it does to what it takes, which a list of them can't say. */
export type AnyEndpoint = Endpoint<z.ZodType, z.ZodType, z.ZodType>;

export function endpoint<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  declared: Endpoint<P, Q, B>,
): AnyEndpoint {
  // A boundary: `answer` gives each job only what its own schemas have parsed.
  return declared as unknown as AnyEndpoint;
}
