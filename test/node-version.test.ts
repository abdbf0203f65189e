import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '..');
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');

interface Package {
  readonly dev?: true;
  readonly engines?: { readonly node?: string };
}
// The boundary to JSON, of npm's own forms.
const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
const { packages } = JSON.parse(read('package-lock.json')) as { packages: Readonly<Record<string, Package>> };

type Version = readonly [number, number, number];
const versionIn = (text: string): Version => {
  const [, major, minor = '0', patch = '0'] = /(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(text) ?? [];
  if (major === undefined) throw new Error(`there is no version in ${text}`);
  return [Number(major), Number(minor), Number(patch)];
};
const compare = (a: Version, b: Version): number => a[0] - b[0] || a[1] - b[1] || a[2] - b[2];

/** Whether a version is in a range, of the forms that `engines` of the packages here have. */
function isIn(range: string, version: Version): boolean {
  return range.split('||').some((part) => comparatorsIn(part).every((each) => holds(each, version)));
}

const comparatorsIn = (part: string): string[] =>
  part
    .trim()
    .replaceAll(/([<>=^]) +/g, '$1')
    .split(/\s+/);

function holds(comparator: string, version: Version): boolean {
  if (comparator === '*') return true;
  const [, operator, bound = ''] = /^(>=|<|\^|)(\d+(?:\.(?:\d+|[x*])){0,2})$/.exec(comparator) ?? [];
  const difference = compare(version, versionIn(bound));
  switch (operator) {
    case '<':
      return difference < 0;
    case '>=':
      return difference >= 0;
    case '^':
    case '':
      return difference >= 0 && version[0] === versionIn(bound)[0];
    default:
      throw new Error(`this test can't read ${comparator}`);
  }
}

const least = engines.node.replace(/^>=/, '');
const refusing = (version: string, wanted: (each: Package) => boolean): string[] =>
  Object.entries(packages)
    .filter(([name, each]) => name !== '' && wanted(each) && !isIn(each.engines?.node ?? '*', versionIn(version)))
    .map(([name]) => name);
const runsWithTheBot = ({ dev }: Package): boolean => dev !== true;

describe('the minimum version of Node', () => {
  test('is enough for every runtime package, and the version before is not', () => {
    expect(refusing(least, runsWithTheBot)).toEqual([]);
    const [major, minor, patch] = versionIn(least);
    expect(refusing(`${major}.${minor}.${patch - 1}`, runsWithTheBot)).not.toEqual([]);
  });

  test('is the same everywhere it is mentioned', () => {
    const told: Readonly<Record<string, RegExp>> = {
      'README.md': /^The bot needs Node (\S+) or newer/m,
      'CONTRIBUTING.md': /bot itself runs from (\d\S*\d)/,
      'docs/operations.md': /\*\*Node\*\* (\S+) or newer/,
      'docs/metrics.md': /`nodejs_version_info`.*Older than (\d\S*\d)/,
      'systemd/install.sh': /^least_node=(\S+)$/m,
    };
    for (const [name, pattern] of Object.entries(told))
      expect([name, pattern.exec(read(name))?.[1]]).toEqual([name, least]);
  });

  test('is that of the image, and one that CI tests', () => {
    const tried = [
      ...[...read('Dockerfile').matchAll(/^FROM node:(\d+)/gm)].map(([, major]) => major),
      ...(/node: \[(.*)\]/.exec(read('.github/workflows/ci.yml'))?.[1]?.split(', ') ?? []),
    ];
    expect(tried.length).toBeGreaterThan(3);
    for (const major of tried) expect([major, isIn(engines.node, versionIn(`${major}.99`))]).toEqual([major, true]);
  });

  test('for the tests is the one in CONTRIBUTING.md', () => {
    const told = /^It needs Node (\S+) or newer/m.exec(read('CONTRIBUTING.md'))?.[1] ?? '';
    expect(refusing(told, () => true)).toEqual([]);
    expect(compare(versionIn(told), versionIn(least))).toBeGreaterThanOrEqual(0);
  });
});
