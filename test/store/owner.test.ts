import { chmodSync, chownSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { giveToOwnerOfFolder } from '../../src/store/owner';

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
