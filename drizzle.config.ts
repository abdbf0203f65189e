import { defineConfig } from 'drizzle-kit';

// `npm run db:generate -- --name NAME` runs this once for each dialect; the migrations of each live in a folder of their own.
export default process.env['DIALECT'] === 'postgresql'
  ? defineConfig({ dialect: 'postgresql', schema: './src/store/postgres/schema.ts', out: './drizzle/postgres' })
  : defineConfig({ dialect: 'sqlite', schema: './src/store/sqlite/schema.ts', out: './drizzle/sqlite' });
