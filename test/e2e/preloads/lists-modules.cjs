// Writes down, when the process ends, every module that it has loaded, into the file MODULES_FILE.
const { writeFileSync } = require('node:fs');

process.on('exit', () => writeFileSync(process.env.MODULES_FILE, Object.keys(require.cache).join('\n')));
