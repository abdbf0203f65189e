import type { GroupId } from '../lifecycle/ids';

export const revokeWays = ['remove', 'keep'] as const;
export const strangerWays = ['tell', 'ignore', 'remove'] as const;
export const joinRequestWays = ['request', 'decline', 'ignore'] as const;

/** Which chats an approval opens, and what else happens at their doors. */
export interface AccessPolicy {
  /** Supergroups and channels; at least one, each once. */
  readonly chats: readonly GroupId[];
  /** What the end of an access does to a member. */
  readonly onEnd: (typeof revokeWays)[number];
  /** What becomes of members whom nobody approved. */
  readonly strangers: (typeof strangerWays)[number];
  /** What becomes of a join request of somebody who has no standing request. */
  readonly joinRequests: (typeof joinRequestWays)[number];
}
