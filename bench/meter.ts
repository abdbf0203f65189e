import type { Usage } from './bot-process';

/** Loaded into every bot before its own code: says what the process has used so far, whenever it is asked to. */
let peak = process.memoryUsage.rss();
setInterval(look, 100).unref();

process.on('message', () => {
  look();
  const { user, system } = process.cpuUsage();
  const usage: Usage = { cpuSeconds: (user + system) / 1e6, peakMemory: peak };
  process.send?.(usage);
});
// Nobody's exit waits for us.
process.channel?.unref();

function look(): void {
  peak = Math.max(peak, process.memoryUsage.rss());
}
