import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Daemon } from '../../src/sandbox/daemon-process';
import { verifyHistory } from '../../src/history/verify';
import { maintenanceOf } from '../../src/store/dialects';
import { startWorld, type DaemonVariant, type Engine, type World } from '../e2e/world';
import { approvalsNeeded, check, type Findings } from './check';
import { Crowd, type AdminAction } from './crowd';
import { Doors, doorsSetting } from './doors';
import { Endpoint } from './endpoint';
import { gather } from './evidence';
import { Mailboxes } from './mailboxes';
import { misfortunes, type Misfortune, type OwnServer } from './misfortunes';
import { Post } from './post';
import { Random } from './random';

export interface ChaosOptions {
  readonly engine: Engine;
  readonly kills: number;
  readonly seed: number;
  /** A PostgreSQL that may be killed too; null where others use it. */
  readonly server: OwnServer | null;
  /** Loaded before the daemon, each time: what breaks the program, to see whether the checker finds out. */
  readonly preloads?: readonly string[];
  /** Where the daemon dies, soon after each start; anywhere and at any time if not given. */
  readonly killAt?: readonly Step[];
  /** What admins do again and again. */
  readonly often?: AdminAction;
  /** All that goes wrong, by name, and the daemon lives to see the end of it; anything, and often it doesn't, if not given. */
  readonly only?: string;
  /** Whether a connection that hangs is once waited for until the bot gives it up by itself: most of a minute. */
  readonly patient?: boolean;
}

export interface Report extends Findings {
  readonly kills: number;
  /** The longest time without service after the end of what stood in its way, in milliseconds. */
  readonly worstResume: { readonly ms: number; readonly after: string };
}

const steps = ['received', 'handled', 'committed', 'claimed', 'answered', 'settled', 'swept'] as const;
export type Step = (typeof steps)[number];

/** Service is there again this soon after a fault is over, in milliseconds. */
const resumesWithin = 10_000;
/** The same after a connection has begun to hang. */
const hungResumesWithin = 75_000;
/** A daemon that never comes to the step where it is to die is killed then. */
const longestLife = 1200;
/** A webhook that has failed is sent again after at most this long, in milliseconds. */
const longestPause = 27 * 3_600_000;
/** A mail that was not taken is sent again after at most this long, in milliseconds. */
const longestMailPause = 4 * 3_600_000;
/** What is left to do after the last fault is done within this. */
const settlesWithin = 120_000;

/** A removal is two steps at Telegram, a second apart there; here in milliseconds. */
const removalPause = 10;

/** All that the daemon may still have to do. */
const leftToDo = [
  "SELECT 1 FROM outbox WHERE state = 'owed'",
  "SELECT 1 FROM webhook_events WHERE state = 'owed'",
  'SELECT 1 FROM memberships WHERE next_try_at IS NOT NULL',
  'SELECT 1 FROM access_chats WHERE outage IS NOT NULL',
];

const settings = {
  ...doorsSetting,
  TZ: 'UTC',
  LOG_LEVEL: 'debug',
  CLIENT_RATE: 'off',
  REQUEST_TTL: '10s',
  REMIND_BEFORE: '5s',
  APPEAL_AFTER: '300ms',
  SWEEP_SCHEDULE: '* * * * * *',
  APPROVALS_NEEDED: `${approvalsNeeded}`,
};

/** Lets people use the bot while it is killed again and again and all else goes wrong too; then sees what came of it. */
export async function runChaos(options: ChaosOptions): Promise<Report> {
  const random = new Random(options.seed);
  const admins = [
    { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' },
    { id: 5_000_000_002, first_name: 'Clara', language_code: 'en' },
    { id: 5_000_000_003, first_name: 'Dora', language_code: 'en' },
  ];
  const endpoint = await new Endpoint(random.fork()).start();
  const post = await new Post(random.fork()).start();
  const opened: Doors[] = [];
  const world = await startWorld({
    engine: options.engine,
    admins,
    env: { ...settings, ...endpoint.settings, ...post.settings },
    double: { removalPause },
    found: (double) => opened.push(Doors.open(double, admins)),
    proxied: options.engine === 'postgres',
  });
  const run = new Run(options, { world, endpoint, post, doors: opened }, random);
  try {
    return await run.toTheEnd();
  } finally {
    await run.end();
  }
}

/** Where a run takes place. */
interface Place {
  readonly world: World;
  readonly endpoint: Endpoint;
  readonly post: Post;
  readonly doors: readonly Doors[];
}

class Run {
  private readonly world: World;
  private readonly endpoint: Endpoint;
  private readonly post: Post;
  private readonly crowd: Crowd;
  private readonly daemons: Daemon[];
  private readonly violations: string[] = [];
  private readonly killFile: string;
  private planned: Misfortune;
  private kills = 0;
  private worst = { ms: 0, after: 'nothing' };

  constructor(
    private readonly options: ChaosOptions,
    { world, endpoint, post, doors: [doors] }: Place,
    private readonly random: Random,
  ) {
    if (doors === undefined) throw new Error('the world has no chats of the community');
    this.world = world;
    this.endpoint = endpoint;
    this.post = post;
    this.killFile = join(world.folder, 'kill');
    this.crowd = new Crowd(world, random.fork(), doors, new Mailboxes(post, random.fork()), options.often);
    this.daemons = [world.daemon];
    this.planned = this.plan();
  }

  async toTheEnd(): Promise<Report> {
    await this.crowd.letSomeIn();
    this.crowd.begin();
    this.post.beginFaults();
    await this.killNow();
    this.launch();
    await this.resumed('a kill');
    if (this.options.patient === true) await this.waitOutHungPoll();
    while (this.kills < this.options.kills) await this.round();
    await this.somethingDecided();
    await this.crowd.stop();
    this.crowd.leaveTelegram();
    this.crowd.endAccessOfSome();
    await wait(this.random.between(0, 300));
    this.crowd.knockTogether();
    // Some of this is written down and not yet done then.
    await this.killAtStep('committed', this.random.between(1, 3));
    await this.hourPasses();
    await this.settle();
    return this.report();
  }

  async end(): Promise<void> {
    await this.crowd.stop();
    await this.world.end();
    await this.endpoint.stop();
    await this.post.stop();
  }

  /** Something goes wrong, and the daemon is killed before, while or after that ends. */
  private async round(): Promise<void> {
    const { world, crowd, post, random } = this;
    const misfortune = this.planned;
    const end = await misfortune.begin({ world, crowd, post, random, server: this.options.server });
    await wait(random.between(0, 300));
    if (this.options.only !== undefined || random.chance(0.3)) {
      await wait(random.between(100, 500));
      await end(true);
      await this.resumed(misfortune.name);
      await this.kill();
      if (random.chance(0.5)) await this.mailPausesPass();
      this.launch();
    } else {
      await this.kill();
      const outlasts = random.chance(0.5);
      if (!outlasts) await end(false);
      if (!outlasts && random.chance(0.3)) await this.hourPasses();
      else if (!outlasts) await this.mailPausesPass();
      this.launch();
      if (random.chance(0.2)) {
        await wait(random.between(0, 500));
        await this.killNow();
        this.launch();
      }
      if (outlasts) {
        await wait(random.between(0, 500));
        await end(false);
      }
    }
    await this.resumed(`${misfortune.name} and a kill`);
  }

  /** Nobody tells the daemon that its connection is dead: it finds out by itself. */
  private async waitOutHungPoll(): Promise<void> {
    const fault = { kind: 'hang', acts: false, stalls: 'headers' } as const;
    this.world.double.faults.add({ method: 'getUpdates', fault });
    await this.resumed('a poll that hung', hungResumesWithin);
  }

  private plan(): Misfortune {
    const { engine, server, only } = this.options;
    return this.random.pick(misfortunes(engine, server).filter(({ name }) => only === undefined || name === only));
  }

  /** Starts the daemon, ready for what goes wrong next; how long that takes is for `resumed` to find out. */
  private launch(): void {
    this.planned = this.plan();
    void this.world.restart(this.variant(this.planned.preloads)).catch(() => undefined);
    this.daemons.push(this.world.daemon);
  }

  private variant(preloads: readonly string[]): DaemonVariant {
    return {
      entry: join(__dirname, 'entries', 'killed-on-demand.cjs'),
      preloads: [...(this.options.preloads ?? []), ...preloads],
      env: { KILL_FILE: this.killFile },
    };
  }

  /** Ends the daemon at a step of its work, or at any moment. */
  private async kill(): Promise<void> {
    const { killAt } = this.options;
    if (killAt !== undefined || this.random.chance(0.6)) {
      const step = this.random.pick(killAt ?? steps);
      // A sweep comes once a second, everything else all the time.
      const most = killAt !== undefined ? 2 : step === 'swept' ? 1 : 8;
      await this.killAtStep(step, this.random.between(1, most));
    } else {
      await wait(this.random.between(0, 300));
      await this.killNow();
    }
  }

  private async killAtStep(step: Step, count: number): Promise<void> {
    writeFileSync(this.killFile, `${step} ${count}`);
    await Promise.race([this.world.daemon.exited, wait(longestLife)]);
    await this.killNow();
  }

  private async killNow(): Promise<void> {
    const { code, stderr } = await this.world.daemon.kill();
    rmSync(this.killFile, { force: true });
    if (code !== null) this.violations.push(`the daemon ended by itself with ${code}: ${stderr.slice(-500)}`);
    this.kills += 1;
  }

  /** Waits until the bot answers again, and notes how long that took. */
  private async resumed(after: string, within = resumesWithin): Promise<void> {
    const { probe } = this.crowd;
    const asked = performance.now();
    const sent = this.crowd.write(probe, '/status');
    const answer = await probe.sees(() => true, { after: sent, within }).catch(() => null);
    if (answer === null) this.violations.push(`no service ${within / 1000} s after ${after}`);
    const ms = Math.round(performance.now() - asked);
    // That one has a bound of its own.
    if (within === resumesWithin && ms > this.worst.ms) this.worst = { ms, after };
  }

  /** For the chats that were to be left alone, and for what is tried again later; the daemon does not run. */
  private async hourPasses(): Promise<void> {
    const waiting = [
      ['outbox', 'not_before'],
      ['memberships', 'next_try_at'],
      ['access_chats', 'not_before'],
    ] as const;
    for (const [table, column] of waiting) {
      await this.world.backDate(table, column, 3_600_000, `${column} IS NOT NULL`);
    }
    await this.mailPausesPass();
    await this.world.backDate('webhook_events', 'next_try_at', longestPause, "state = 'owed'");
    this.world.double.limits.reopen();
  }

  /** For mails that the relay did not take for now; the daemon does not run. */
  private async mailPausesPass(): Promise<void> {
    await this.world.backDate('outbox', 'not_before', longestMailPause, "channel = 'email' AND not_before IS NOT NULL");
  }

  /** A run without a single decision would prove little: on a busy machine people need longer for one. */
  private async somethingDecided(): Promise<void> {
    const deadline = performance.now() + settlesWithin;
    const decided = `SELECT 1 FROM request_events WHERE event IN ('approve', 'reject') LIMIT 1`;
    while ((await this.world.rows(decided)).length === 0 && performance.now() < deadline) await wait(100);
  }

  /** Nothing goes wrong any more: the daemon does what is left to do, and stops. */
  private async settle(): Promise<void> {
    this.world.double.endFaults();
    this.endpoint.endFaults();
    this.post.endFaults();
    // It looks once for what is due: what comes due while it stops is for the next daemon.
    const env = { SWEEP_SCHEDULE: '0 0 1 1 *' };
    await this.world.restart({ env, preloads: this.options.preloads ?? [] });
    this.daemons.push(this.world.daemon);
    const deadline = performance.now() + settlesWithin;
    for (let calm = 0; calm < 3 && performance.now() < deadline; await wait(100)) {
      calm = (await this.isSettled()) ? calm + 1 : 0;
    }
    const { code, stderr } = await this.world.daemon.stop();
    if (code !== 0) this.violations.push(`the daemon stopped with ${code}: ${stderr.slice(-500)}`);
  }

  private async isSettled(): Promise<boolean> {
    if (this.world.double.updates.pending > 0) return false;
    for (const left of leftToDo) if ((await this.world.rows(`${left} LIMIT 1`)).length > 0) return false;
    return true;
  }

  /** Whatever was killed when: the history is the chain that was written, and every request follows from it. */
  private async historyFollows(): Promise<void> {
    const { databaseUrl: url } = this.world;
    const target =
      this.options.engine === 'sqlite'
        ? ({ dialect: 'sqlite', path: url.replace(/^file:/, '') } as const)
        : ({ dialect: 'postgres', url } as const);
    const reader = await maintenanceOf(target).openHistory();
    const found = await verifyHistory(reader, { expected: null }).finally(() => reader.close());
    if (!found.holds) this.violations.push(`the history does not follow: ${JSON.stringify(found)}`);
  }

  private async report(): Promise<Report> {
    const output = this.daemons.flatMap(({ log, stray, stderr }) => [
      ...log.map((line) => JSON.stringify(line)),
      ...stray,
      stderr,
    ]);
    const outside = { ...this.crowd.people, webhooks: this.endpoint.accepted };
    const evidence = await gather(this.world, this.options.engine, outside, output);
    const findings = check(evidence);
    await this.historyFollows();
    return {
      ...findings,
      kills: this.kills,
      worstResume: this.worst,
      violations: [...this.violations, ...findings.violations],
    };
  }
}
