import { defineConfig } from 'drizzle-kit';

// `npm run db:generate` runs this once for each dialect; the migrations of each live in a folder of their own.
export default process.env['DIALECT'] === 'postgresql'
  ? defineConfig({ dialect: 'postgresql', schema: './src/store/schema.postgres.ts', out: './drizzle/postgres' })
  : defineConfig({ dialect: 'sqlite', schema: './src/store/schema.sqlite.ts', out: './drizzle/sqlite' });
