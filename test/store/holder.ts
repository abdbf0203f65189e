import { openEngine } from '../../src/store/dialects';
import { noStandby } from './standby';

// A process that opens the SQLite file of its first argument, says how that went and, if it went well, keeps it open until
// its input ends.
const [, , path = ''] = process.argv;
openEngine({ dialect: 'sqlite', path }, () => null, Date.UTC(2026, 0, 15, 12), noStandby).then(
  (engine) => {
    process.stdout.write('open\n');
    process.stdin.resume().on('end', () => void engine.close());
  },
  (error: unknown) => process.stdout.write(`${String(error)}\n`),
);
