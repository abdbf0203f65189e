// npm run chaos -- [--kills N] [--seed S] [--engine sqlite|postgres|both]
import { createRequire } from 'node:module';
import { startServer } from './postgres.mjs';

const { chaos } = createRequire(import.meta.url)('./command.ts');
process.exitCode = await chaos(process.argv.slice(2), startServer);
