import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from '../../src/telegram-double/fault';
import type { Call } from '../../src/telegram-double/call-log';
import type { World } from '../e2e/world';
import type { Crowd } from './crowd';
import type { Post } from './post';
import type { Random } from './random';

/** A PostgreSQL that belongs to this run alone, so that it can be killed. */
export interface OwnServer {
  /** Ends it as a crash would. */
  crash(): Promise<void>;
  start(): Promise<void>;
}

/** Where something goes wrong. */
export interface Scene {
  readonly world: World;
  readonly crowd: Crowd;
  readonly post: Post;
  readonly random: Random;
  readonly server: OwnServer | null;
}

/** Something that goes wrong, and ends. */
export interface Misfortune {
  readonly name: string;
  /** What the daemon has to be started with for it. */
  readonly preloads: readonly string[];
  /** Lets it begin. What it gives ends it; `alive`: the daemon that met it has not been killed since. */
  readonly begin: (scene: Scene) => Promise<End>;
}
type End = (alive: boolean) => Promise<void> | void;

/** Whatever can go wrong with Telegram, the mail relay and a database of this kind. */
export function misfortunes(engine: 'sqlite' | 'postgres', server: OwnServer | null): readonly Misfortune[] {
  const withDatabase =
    engine === 'sqlite' ? [diskFull] : [connectionsCut, lostCommit, ...(server === null ? [] : [serverCrash])];
  return [
    ...[calm, flaky, flaky, telegramAway, hungSends, hungPolls, toldToWait],
    ...[noRights, answersLost, relayAway, ...withDatabase],
  ];
}

const preload = (name: string) => join(__dirname, '..', 'e2e', 'preloads', name);

const calm: Misfortune = { name: 'nothing', preloads: [], begin: () => Promise.resolve(() => undefined) };

const flakyFaults: readonly Fault[] = [
  { kind: 'lost_answer' },
  { kind: 'reset' },
  { kind: 'server_error', status: 502, acts: false },
  { kind: 'server_error', status: 500, acts: true },
  { kind: 'bad_json', acts: true },
  { kind: 'bad_json', acts: false },
  { kind: 'delay', ms: 120 },
];

/** Every call may fail, in any way. */
const flaky: Misfortune = {
  name: 'flaky answers',
  preloads: [],
  begin: ({ world, crowd, random }) => {
    const { faults } = world.double;
    const rules = flakyFaults.map((fault) =>
      faults.add({ fault, times: Infinity, when: (call) => !isFor(crowd, call) && random.chance(0.05) }),
    );
    const fault: Fault = { kind: 'too_many_requests', retryAfter: 1, acts: false, scope: 'chat' };
    rules.push(faults.add({ fault, times: 3, when: (call) => isSend(call) && !isFor(crowd, call) }));
    return Promise.resolve(() => rules.forEach((rule) => rule.remove()));
  },
};

const telegramAway: Misfortune = {
  name: 'Telegram away',
  preloads: [],
  begin: async ({ world }) => {
    await world.double.telegramAway();
    return () => world.double.telegramBack();
  },
};

const timeLimits = preload('time-limits-on-demand.cjs');

/** Connections that say nothing any more; the daemon's time limits are over once they are given up. */
function hanging(name: string, when: (call: Call) => boolean, times: number): Misfortune {
  return {
    name,
    preloads: [timeLimits],
    begin: ({ world, crowd, random }) => {
      const stalls = random.pick(['headers', 'body'] as const);
      const fault: Fault = { kind: 'hang', acts: random.chance(0.5), stalls };
      const rule = world.double.faults.add({ fault, times, when: (call) => when(call) && !isFor(crowd, call) });
      return Promise.resolve((alive) => {
        rule.remove();
        if (alive) world.daemon.signal('SIGUSR2');
      });
    },
  };
}

const hungSends = hanging('hung sends', isSend, 5);
const hungPolls = hanging('a hung poll', ({ method }) => method === 'getUpdates', 1);

/** Single chats are not to be written to, for up to an hour; the run lets the hour pass when it likes. */
const toldToWait: Misfortune = {
  name: 'a chat told to wait',
  preloads: [],
  begin: ({ world, crowd, random }) => {
    const chats = [random.pick(crowd.everyClient), random.pick(crowd.everyClient)];
    const rules = chats.map(({ id }) => {
      const retryAfter = random.pick([1, 3, 120, 3600]);
      const fault = { kind: 'too_many_requests', retryAfter, acts: false, scope: 'chat' } as const;
      return world.double.faults.add({ chatId: id, fault, when: isSend });
    });
    return Promise.resolve(() => rules.forEach((rule) => rule.remove()));
  },
};

/** The bot can't manage one of the chats of the community for a while. */
const noRights: Misfortune = {
  name: 'no rights in a chat',
  preloads: [],
  begin: ({ crowd, random }) => Promise.resolve(crowd.doors.takeRights(random)),
};

const aboutMembers = ['approveChatJoinRequest', 'declineChatJoinRequest', 'unbanChatMember', 'getChatMember'];

/** What the bot does about members happens, and it often doesn't hear so; or Telegram wants to be left alone about a chat. */
const answersLost: Misfortune = {
  name: 'lost answers about members',
  preloads: [],
  begin: ({ world, random }) => {
    const isAboutMembers = ({ method }: Call) => aboutMembers.includes(method);
    const lost = world.double.faults.add({
      fault: { kind: 'lost_answer' },
      times: Infinity,
      when: (call) => isAboutMembers(call) && random.chance(0.5),
    });
    const fault = { kind: 'too_many_requests', retryAfter: 1, acts: false, scope: 'chat' } as const;
    const refused = world.double.faults.add({ fault, when: isAboutMembers });
    return Promise.resolve(() => {
      lost.remove();
      refused.remove();
    });
  },
};

/** The mail relay hangs up on everybody. */
const relayAway: Misfortune = {
  name: 'the mail relay away',
  preloads: [],
  begin: ({ post }) => Promise.resolve(post.goAway()),
};

const diskFull: Misfortune = {
  name: 'a full disk',
  preloads: [preload('disk-full-on-demand.cjs')],
  begin: ({ world }) => {
    world.daemon.signal('SIGUSR2');
    return Promise.resolve((alive) => {
      if (alive) world.daemon.signal('SIGUSR2');
    });
  },
};

const connectionsCut: Misfortune = {
  name: 'connections to PostgreSQL cut',
  preloads: [],
  begin: async ({ world, random }) => {
    for (let times = random.between(1, 3); times > 0; times -= 1) {
      await world.rows(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()`);
      await wait(random.between(0, 150));
    }
    return () => undefined;
  },
};

const serverCrash: Misfortune = {
  name: 'PostgreSQL killed',
  preloads: [],
  begin: async ({ server }) => {
    await server?.crash();
    return () => server?.start();
  },
};

function isSend({ method }: Call): boolean {
  return method === 'sendMessage' || method === 'editMessageText';
}

/** What is for the probe gets through: it measures. */
const isFor = ({ probe }: Crowd, { params }: Call): boolean => Number(params['chat_id']) === probe.id;

export const lostCommitName = 'a commit without an answer';

/**
 * The connection breaks between the COMMIT of what the probe wrote and its answer; sometimes the server can't tell
 * afterwards what became of it, as one that was promoted without having seen it.
 */
const lostCommit: Misfortune = {
  name: lostCommitName,
  preloads: [],
  begin: ({ world, crowd, random }) => {
    const canTell = random.chance(0.5);
    const lost = world.proxy.loseCommit(new RegExp(String(crowd.probe.id)));
    void lost.then(async () => {
      if (canTell) return;
      world.proxy.refuse();
      await world.rows(`SELECT value FROM daemon_state WHERE name = 'leader' FOR UPDATE`);
      await world.proxy.admit();
    });
    // What the probe writes next meets it, if the daemon lives.
    return Promise.resolve((alive) => {
      if (!alive) world.proxy.loseNoCommit();
    });
  },
};
