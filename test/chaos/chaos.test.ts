import { runChaos } from './run';

// What it waits for has bounds of its own; this is for a machine that does much else.
jest.setTimeout(400_000);

describe.each(['sqlite', 'postgres'] as const)('killed and disturbed again and again, on %s', (engine) => {
  it('the bot loses nothing, repeats no effect and recovers soon', async () => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    const report = await runChaos({ engine, kills: 6, seed, server: null });
    expect({ seed, violations: report.violations }).toEqual({ seed, violations: [] });
    expect(report.decisions).toBeGreaterThan(0);
  });
});
