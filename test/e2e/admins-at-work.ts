import type { Group } from '../../src/telegram-double/groups';
import type { Person } from '../../src/telegram-double/people';
import { startWorld, type Engine, type World, type WorldOptions } from './world';

/** Both are owners: the settings name them. */
export const twoAdmins = [
  { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' },
  { id: 5_000_000_002, first_name: 'Clara', language_code: 'en' },
];

/** Settings of a daemon that sweeps when it starts and never again, and limits nobody. */
export const calm = { SWEEP_SCHEDULE: '0 0 1 1 *', CLIENT_RATE: 'off' };

const adminChats = [
  ['in private chats', undefined],
  ['in the admins’ group', { id: -1_001_000_000_001, title: 'Admins' }],
] as const;

/** Where admins get their cards, for `describe.each`: both, on one of the engines. */
export const adminChatsOn = (engine: Engine): readonly (typeof adminChats)[number][] =>
  engine === 'sqlite' ? adminChats : [adminChats[1]];

export interface AdminsAtWork {
  readonly world: World;
  readonly boris: Person;
  readonly clara: Person;
  /** How they write where they get their cards. */
  readonly where: { readonly in?: Group };
}

interface Options extends Pick<WorldOptions, 'env' | 'double'> {
  readonly engine: Engine;
  /** Where they get their cards; undefined: each in their private chat. */
  readonly group: (typeof adminChats)[number][1];
}

/** Starts a daemon with these two admins. */
export async function adminsAtWork({ engine, group, env, double }: Options): Promise<AdminsAtWork> {
  const world = await startWorld({
    engine,
    admins: twoAdmins,
    env: { ...calm, ...env },
    ...(double && { double }),
    ...(group && { group }),
  });
  const [first, second] = world.admins;
  if (first === undefined || second === undefined) throw new Error('there are two admins');
  return { world, boris: first, clara: second, where: world.group === undefined ? {} : { in: world.group } };
}
