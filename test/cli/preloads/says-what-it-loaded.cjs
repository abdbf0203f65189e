// Writes to stderr, when the process ends, which of its modules belong to the command line.
process.on('exit', () => {
  const commandLine = Object.keys(require.cache).filter((file) => /node_modules\/commander\/|dist\/cli\//.test(file));
  process.stderr.write(`loaded for the command line: ${commandLine.length}\n`);
});
