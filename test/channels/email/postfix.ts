import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { patience } from '../../../src/telegram-double/deadline';
import { certificateFile } from '../../store/tls';

/** The user that the mail is delivered as. */
const nobody = 65_534;

/**
 * A real mail server of a test's own: Postfix, which takes mail by STARTTLS only, for one address, and Postgrey, which puts it off the
 * first time. Both need root.
 */
export class Postfix {
  private readonly folder = mkdtempSync(join(tmpdir(), 'sosekni-postfix-'));
  private readonly running: ChildProcess[] = [];

  /** `address` is the only one that there is, at a domain of its own. */
  constructor(private readonly address: string) {}

  /** Returns the port. */
  async open(): Promise<number> {
    const [port, greylist] = [await freePort(), await freePort()];
    const path = (name: string): string => join(this.folder, name);
    for (const name of ['etc', 'queue', 'data', 'mail', 'greylist']) mkdirSync(path(name));
    chmodSync(this.folder, 0o755);
    chownSync(path('mail'), nobody, nobody);
    spawnSync('chown', ['postfix', path('data')]);
    spawnSync('chown', ['postgrey', path('greylist')]);
    for (const name of ['localhost.pem', 'key.pem'])
      copyFileSync(join(certificateFile, '..', name), path(`etc/${name}`));
    writeFileSync(path('etc/main.cf'), this.settings(greylist));
    writeFileSync(path('etc/master.cf'), services(port));
    this.start('postgrey', [`--inet=127.0.0.1:${greylist}`, '--delay=1', `--dbdir=${path('greylist')}`]);
    this.start('postfix', ['-c', path('etc'), 'start-fg']);
    await Promise.all([answers(port), answers(greylist)]);
    return port;
  }

  /** The mail that has been delivered. */
  get delivered(): readonly string[] {
    const folder = join(this.folder, 'mail', 'box', 'new');
    if (!existsSync(folder)) return [];
    return readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  }

  async close(): Promise<void> {
    spawnSync('postfix', ['-c', join(this.folder, 'etc'), 'stop']);
    for (const child of this.running) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill();
      await once(child, 'exit');
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  private start(program: string, args: readonly string[]): void {
    this.running.push(spawn(program, args, { stdio: 'ignore' }));
  }

  private settings(greylist: number): string {
    const { folder, address } = this;
    const policy = `reject_unlisted_recipient, check_policy_service inet:127.0.0.1:${greylist}`;
    return `
compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = relay.example
mydestination =
mynetworks =
alias_maps =
alias_database =
virtual_mailbox_domains = ${address.slice(address.indexOf('@') + 1)}
virtual_mailbox_base = ${folder}/mail
virtual_mailbox_maps = inline:{ ${address}=box/ }
virtual_uid_maps = static:${nobody}
virtual_gid_maps = static:${nobody}
smtpd_tls_security_level = encrypt
smtpd_tls_cert_file = ${folder}/etc/localhost.pem
smtpd_tls_key_file = ${folder}/etc/key.pem
smtpd_tls_received_header = yes
smtpd_relay_restrictions = reject_unauth_destination
smtpd_recipient_restrictions = reject_unauth_destination, ${policy}
maillog_file = ${folder}/log
maillog_file_prefixes = ${tmpdir()}
`;
  }
}

const services = (port: number): string => `
127.0.0.1:${port} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
tlsmgr unix - - n 1000? 1 tlsmgr
anvil unix - - n - 1 anvil
proxymap unix - - n - - proxymap
virtual unix - n n - - virtual
error unix - - n - - error
postlog unix-dgram n - n - 1 postlogd
`;

/** Whether this user may start one. */
export const isRoot = userInfo().uid === 0;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Resolves when something listens there. */
async function answers(port: number): Promise<void> {
  const deadline = Date.now() + patience;
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const isOpen = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (isOpen) return;
    if (Date.now() > deadline) throw new Error(`nothing listens at port ${port}`);
    await wait(50);
  }
}
