import type { PersonId } from '../../lifecycle/ids';
import { validVotes } from '../../lifecycle/policy';
import type { Pending, Request, Vote } from '../../lifecycle/request';
import type { Community } from '../../people/community';
import type { Queries } from '../../store/queries';
import type { ApprovalCount, ApprovalProgress, ApprovalsView } from './views';

/** What decides which votes count, and how many are needed. */
type Voting = Pick<Community, 'admins' | 'policy'>;

/** How many approvals a request that waits has; null where one is enough and it has none. */
export function approvalCount(request: Pick<Pending, 'votes'>, community: Voting): ApprovalCount | null {
  const needed = community.policy.approvalsNeeded;
  const given = standing(request, community).length;
  return needed === 1 && given === 0 ? null : { given, needed };
}

/** How many approvals a request that waits has, and how many it can get. */
export function approvalProgress(request: Pending, community: Community): ApprovalProgress {
  return {
    given: standing(request, community).length,
    needed: community.policy.approvalsNeeded,
    possible: community.deciders(request.clientId),
  };
}

/** The same with the names of who gave them; null as well where it no longer waits. */
export async function approvalsView(
  { people }: Pick<Queries, 'people'>,
  request: Request,
  community: Community,
): Promise<ApprovalsView | null> {
  const count = request.status === 'pending' ? approvalCount(request, community) : null;
  if (request.status !== 'pending' || count === null) return null;
  const voters = standing(request, community).map(({ by }) => by);
  const named = voters.length === 0 ? null : await people.names(voters);
  return { ...count, by: voters.map((voter) => named?.get(voter)?.name ?? '') };
}

/** Whether there is an approval on a request that this admin, or any admin where nobody is named, can take back. */
export function hasApproval(request: Pick<Pending, 'votes'>, admin: PersonId | null, community: Voting): boolean {
  const given = standing(request, community);
  return admin === null ? given.length > 0 : given.some(({ by }) => by === admin);
}

const standing = (request: Pick<Pending, 'votes'>, community: Voting): readonly Vote[] =>
  validVotes(request, new Set(community.admins));
