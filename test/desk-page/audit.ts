import { source } from 'axe-core';
import type { Page } from 'playwright-core';
import { idsUsedTwice, namelessControls } from '../sandbox-page/audit';

export const longName = 'Владислав-Константин Преображенский';

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe-core finds wrong with the page: https://dequeuniversity.com/rules/axe */
export async function findings(page: Page): Promise<readonly string[]> {
  // As the browser's own tools would: what the page forbids itself doesn't bind them.
  await page.evaluate(source);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: Finding[] }> } };
    return (await axe.run()).violations;
  });
  return found.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`,
  );
}

/** A view of the page is for everybody: axe, and what it doesn't look for, finds nothing. */
export async function expectFine(page: Page, view: string): Promise<void> {
  expect([view, await findings(page)]).toEqual([view, []]);
  expect([view, await namelessControls(page), await idsUsedTwice(page)]).toEqual([view, [], []]);
}
