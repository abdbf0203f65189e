import { TelegramDouble } from '../../src/telegram-double/double';
import type { Person } from '../../src/telegram-double/people';
import { asks, cardOf, saying } from '../e2e/scenes';
import { DebianMachine, describeMachine, makingTakes } from './machine';

/** Each test goes on where the one before has left the machine: it is the life of one installation. */
describeMachine('the service under systemd', () => {
  const double = new TelegramDouble();
  let machine: DebianMachine;
  let admin: Person;
  let anna: Person;
  beforeAll(async () => {
    await double.start();
    admin = double.person({ id: 5_000_000_001, first_name: 'Boris', language_code: 'en' });
    admin.hasStarted();
    anna = double.person({ id: 7_000_000_001, first_name: 'Anna', language_code: 'en' });
    machine = await DebianMachine.boot(double);
  }, makingTakes);
  afterAll(async () => {
    await machine.end();
    await double.stop();
  });

  /** A property of a unit, as systemctl show gives it. */
  const property = async (name: string, unit = 'sosekni-bot') =>
    (await machine.run(`systemctl show --value --property ${name} ${unit}`)).trim();
  const restarts = async () => Number(await property('NRestarts'));
  /** Gives the unit other lines in its section [Service]. */
  const dropIn = (unit: string, section: string, ...lines: readonly string[]) =>
    machine.run(`mkdir -p /etc/systemd/system/${unit}.d
      printf '%s\\n' '[${section}]' ${lines.map((line) => `'${line}'`).join(' ')} >/etc/systemd/system/${unit}.d/test.conf
      systemctl daemon-reload`);
  const atWork = () => machine.until('systemctl show --property StatusText sosekni-bot', /=\d+ pending; /);

  test('is running after the installation, and has notified systemd of its state', async () => {
    const said = await machine.run('systemd/install.sh', `y\n5000000001\n${double.token}\n`);
    expect(said).toMatch(/^It runs\./m);
    expect(await property('ActiveState')).toBe('active');
    // Until then it has waited for Telegram, which the machine does not reach.
    await machine.run(`echo TELEGRAM_API_ROOT=${double.root} >>/etc/sosekni-bot/sosekni-bot.env
      systemctl restart sosekni-bot`);
    expect(await atWork()).toMatch(/StatusText=0 pending; (last poll \d+ s ago|no poll answered yet)$/m);
    expect(await property('UnitFileState')).toBe('enabled');
  });

  test('answers a person, and an admin who decides', async () => {
    const request = await asks(anna, 'Hello, it’s me');
    admin.press(await cardOf(admin, request), 'Approve');
    await anna.sees(saying('approved'));
  });

  test('gets the token as a credential; no process has it in its environment', async () => {
    const pid = await property('MainPID');
    expect(await machine.run(`tr '\\0' '\\n' </proc/${pid}/environ`)).toMatch(
      /^CREDENTIALS_DIRECTORY=\/run\/credentials\//m,
    );
    expect(await machine.run(`cat /proc/[0-9]*/environ | tr '\\0' '\\n'`)).not.toContain(double.token);
    expect(await machine.run(`journalctl --no-pager --output cat`)).not.toContain(double.token);
  });

  test('runs as a dynamic user of systemd, to whom alone the data belongs', async () => {
    const pid = await property('MainPID');
    const uid = (await machine.run(`stat --format %u /proc/${pid}`)).trim();
    expect(Number(uid)).toBeGreaterThan(60_000);
    expect(await filesOfOthers(uid)).toBe('');
    expect(await machine.run('stat --format %a /var/lib/private/sosekni-bot')).toBe('700\n');
  });

  /** What in the data folder is not of this user. */
  const filesOfOthers = (uid: string) => machine.run(`find /var/lib/private/sosekni-bot ! -uid ${uid}`);

  test('has an exposure of at most 1.2 of 10 while running', async () => {
    const { code, said } = await machine.tries(
      'systemd-analyze security --no-pager --threshold=12 sosekni-bot.service',
    );
    expect({ code, last: said.trim().split('\n').at(-1) }).toEqual({
      code: 0,
      last: expect.stringMatching(/exposure level.* (0\.\d|1\.[012]) OK/) as string,
    });
  });

  test('is restarted when it is killed, and answers what was written meanwhile', async () => {
    const before = await restarts();
    await machine.run('systemctl kill --signal KILL --kill-whom main sosekni-bot');
    const clara = double.person({ id: 7_000_000_002, first_name: 'Clara', language_code: 'en' });
    const request = await asks(clara);
    expect(await restarts()).toBe(before + 1);
    await cardOf(admin, request);
    await anna.sees(saying('approved'), { after: anna.write('/status') });
  });

  test('is restarted by the watchdog when it hangs', async () => {
    await dropIn('sosekni-bot.service', 'Service', 'WatchdogSec=3');
    await machine.run('systemctl restart sosekni-bot');
    await atWork();
    await machine.run('systemctl kill --signal STOP --kill-whom main sosekni-bot');
    await machine.until('journalctl --no-pager --unit sosekni-bot --output cat', /Watchdog timeout/);
    await anna.sees(saying('approved'), { after: anna.write('/status') });
    expect(await restarts()).toBe(1);
  });

  test('stops by itself within 10 s', async () => {
    await dropIn('sosekni-bot.service', 'Service', 'TimeoutStopSec=10');
    await machine.run('systemctl restart sosekni-bot');
    await atWork();
    await machine.run('systemctl stop sosekni-bot');
    // Whoever takes longer is killed: the result is "timeout" then.
    expect([await property('Result'), await property('ExecMainStatus')]).toEqual(['success', '0']);
    await machine.run(
      'rm -r /etc/systemd/system/sosekni-bot.service.d; systemctl daemon-reload; systemctl start sosekni-bot',
    );
  });

  test('ends with 78 if Telegram refuses the token, is not restarted, and runs once that is fixed', async () => {
    await atWork();
    await machine.run(`echo 1234567890:a-token-that-nobody-has-issued >/etc/sosekni-bot/telegram_bot_token
      systemctl restart sosekni-bot`);
    await machine.until('systemctl show --property ActiveState sosekni-bot', /=failed/);
    expect([await property('ExecMainStatus'), await restarts()]).toEqual(['78', 0]);
    expect(await property('SubState')).toBe('failed');
    await machine.run(`cat >/etc/sosekni-bot/telegram_bot_token; systemctl restart sosekni-bot`, `${double.token}\n`);
    await atWork();
  });

  test('has a timer that makes up for a missed night', async () => {
    await dropIn('sosekni-bot-backup.timer', 'Timer', 'RandomizedDelaySec=0');
    await machine.run(`mkdir -p /var/lib/systemd/timers
      touch --date '2 days ago' /var/lib/systemd/timers/stamp-sosekni-bot-backup.timer
      systemctl enable --now sosekni-bot-backup.timer`);
    const made = 'find /var/lib/private/sosekni-bot/backups -name "*.json" -path "*sosekni-2*"';
    await machine.until(made, /sosekni-\d+T\d+Z\.json/);
    await machine.until('systemctl show --property ActiveState sosekni-bot-backup.service', /=inactive/);
    expect(await property('Result', 'sosekni-bot-backup.service')).toBe('success');
  });

  test('works with root’s commands, which leave no files of root’s in its data and follow no planted link', async () => {
    await machine.run('systemctl stop sosekni-bot');
    const data = '/var/lib/private/sosekni-bot';
    const uid = (await machine.run(`stat --format %u ${data}`)).trim();
    await machine.run(`echo untouched >/opt/victim
      ln -sf /opt/victim ${data}/backups/.backup.holder
      chown --no-dereference ${uid} ${data}/backups/.backup.holder`);
    await machine.tries('sosekni-bot backup');
    expect(await machine.run('cat /opt/victim')).toBe('untouched\n');
    await machine.run(`rm -f ${data}/backups/.backup.holder`);
    await machine.run(`sosekni-bot backup
      sosekni-bot restore --drill
      sosekni-bot restore latest --yes
      sosekni-bot migrate
      sosekni-bot export --output /opt/requests.csv`);
    expect(await filesOfOthers(uid)).toBe('');
    expect(await machine.run('stat --format "%u %a" /opt/requests.csv')).toBe('0 600\n');
    await machine.run('systemctl start sosekni-bot');
    await anna.sees(saying('approved'), { after: anna.write('/status') });
  });

  test('has its log files rotated by logrotate, running or stopped', async () => {
    const logs = '/var/log/sosekni-bot';
    // Debian's timer starts logrotate's service once a day.
    const rotate = async () => {
      await machine.run(`head -c 11M /dev/zero | tr '\\0' '\\n' >>${logs}/bot.log
        systemctl start logrotate.service`);
      expect(await property('Result', 'logrotate.service')).toBe('success');
      expect(await machine.run(`test ! -e ${logs}/bot.log; ls -A ${logs}`)).toMatch(/^bot\.log\.1$/m);
    };
    await machine.run(`echo LOG_FILE=${logs}/bot.log >>/etc/sosekni-bot/sosekni-bot.env
      systemctl restart sosekni-bot`);
    await atWork();
    await rotate();
    await machine.run('systemctl stop sosekni-bot');
    await rotate();
    const written = await machine.run(`zcat ${logs}/bot.log.2.gz; echo moved; cat ${logs}/bot.log.1`);
    expect(written).toMatch(/"started"[^]*^moved$[^]*"stopped"/m);
    await machine.run('systemctl start sosekni-bot');
    await atWork();
    const uid = (await machine.run(`stat --format %u /proc/${await property('MainPID')}`)).trim();
    expect(await machine.run(`ls -A ${logs}`)).toBe('bot.log\nbot.log.1\nbot.log.2.gz\n');
    expect(await machine.run(`find ${logs}/ -type f ! '(' -uid ${uid} -perm 600 ')'`)).toBe('');
  });

  test('is replaced by another version when that is installed, and keeps settings and data', async () => {
    const settings = await machine.run('sha256sum /etc/sosekni-bot/*');
    await machine.run(`sed -i 's/"version": "[^"]*"/"version": "9.9.9"/' package.json`);
    expect(await machine.run('systemd/install.sh --yes')).toMatch(/^It runs\./m);
    expect(await machine.run('sosekni-bot version')).toMatch(/^sosekni-bot 9\.9\.9/);
    await atWork();
    expect(await machine.run('sha256sum /etc/sosekni-bot/*')).toBe(settings);
    await anna.sees(saying('approved'), { after: anna.write('/status') });
  });

  test('is removed when it is uninstalled, data and settings only with --purge', async () => {
    await machine.run('systemd/install.sh --uninstall --yes');
    expect(await property('LoadState')).toBe('not-found');
    expect(await machine.run(`cat /proc/[0-9]*/cmdline | tr '\\0' ' '`)).not.toContain('node dist');
    await machine.run('test -f /var/lib/private/sosekni-bot/sosekni.db; test -f /etc/sosekni-bot/telegram_bot_token');
    await machine.run('systemd/install.sh --uninstall --purge --yes');
    expect(
      await machine.run(
        'find / -xdev -name "*sosekni-bot*" -not -path "/home/*" -not -path "/proc/*" -not -path "/sys/*" -not -path "/etc/systemd/system/*.d"',
      ),
    ).toBe('');
  });
});
