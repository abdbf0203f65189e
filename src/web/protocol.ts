import type { z } from '@hono/zod-openapi';
import type * as schemas from './schemas';

// The types of what goes over the wire. The page imports these, and no code.

export type RequestItem = z.infer<typeof schemas.itemSchema>;
export type RequestPage = z.infer<typeof schemas.pageSchema>;
export type RequestDetails = z.infer<typeof schemas.detailsSchema>;
export type PersonDetails = z.infer<typeof schemas.personSchema>;
export type Stats = z.infer<typeof schemas.statsSchema>;
export type Session = z.infer<typeof schemas.sessionSchema>;
export type NewSession = z.infer<typeof schemas.newSessionSchema>;
export type DecisionBody = z.input<typeof schemas.decisionSchema>;
export type Problem = z.infer<typeof schemas.problemSchema>;
export type ProblemCode = Problem['code'];
