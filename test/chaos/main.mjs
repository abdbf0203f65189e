// npm run chaos -- [--kills N] [--seed S] [--engine sqlite|postgres|both]
import { createRequire } from 'node:module';
import { startServer } from './postgres.mjs';

const require = createRequire(import.meta.url);
const { chaos } = require('./command.ts');
process.exitCode = await chaos(process.argv.slice(2), startServer);
