// SIGUSR2: every time limit of 15 s or more that runs is over at once. A test need not wait for a connection that hangs.
const { setTimeout: begin, clearTimeout: drop } = globalThis;
const long = 15_000;
const running = new Map();

globalThis.setTimeout = (job, ms, ...rest) => {
  const timer = begin(job, ms, ...rest);
  if (ms >= long) running.set(timer, job);
  return timer;
};
globalThis.clearTimeout = (timer) => {
  running.delete(timer);
  drop(timer);
};
process.on('SIGUSR2', () => {
  for (const [timer, job] of [...running]) {
    globalThis.clearTimeout(timer);
    job();
  }
});
