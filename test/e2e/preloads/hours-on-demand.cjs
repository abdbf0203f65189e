// SIGUSR2: an hour is over for everything that is done once an hour.
const { setInterval: begin, clearInterval: drop } = globalThis;
const hour = 60 * 60 * 1000;
const hourly = new Map();

globalThis.setInterval = (job, ms, ...rest) => {
  const timer = begin(job, ms, ...rest);
  if (ms === hour) hourly.set(timer, job);
  return timer;
};
globalThis.clearInterval = (timer) => {
  hourly.delete(timer);
  drop(timer);
};
process.on('SIGUSR2', () => {
  for (const job of hourly.values()) job();
});
