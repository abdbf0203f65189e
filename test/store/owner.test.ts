import { chmodSync, chownSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { giveToOwnerOfFolder, makeFolder } from '../../src/store/owner';

const nobody = 65_534;
/** Only root can make files for others, and be somebody else. */
const asRoot = process.getuid?.() === 0 ? test : test.skip;

let folder: string;
const file = () => join(folder, 'file');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sosekni-owner-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

asRoot('what root makes in somebody’s folder becomes theirs', () => {
  chownSync(folder, nobody, nobody);
  writeFileSync(file(), '');
  giveToOwnerOfFolder(file());
  expect(statSync(file())).toMatchObject({ uid: nobody, gid: nobody });
});

asRoot('what somebody makes in a folder of root’s that they may write to, such as a mounted disk, stays theirs', () => {
  chmodSync(folder, 0o1777);
  process.seteuid?.(nobody);
  try {
    writeFileSync(file(), '');
    giveToOwnerOfFolder(file());
  } finally {
    process.seteuid?.(0);
  }
  expect(statSync(file()).uid).toBe(nobody);
});

asRoot('a folder that root makes in somebody’s folder is theirs, with those above it', () => {
  chownSync(folder, nobody, nobody);
  makeFolder(join(folder, 'a', 'b'), 0o700);
  for (const made of ['a', 'a/b']) {
    const { uid, mode } = statSync(join(folder, made));
    expect({ made, uid, mode: mode & 0o777 }).toEqual({ made, uid: nobody, mode: 0o700 });
  }
});
