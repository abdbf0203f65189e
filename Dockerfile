# Not built where it was written, for lack of a Docker engine. A test runs the image's contents and its health check without one.
FROM node:22-bookworm AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc tsconfig.json tsconfig.build.json ./
COPY src ./src
# npm ci also builds dist/.
RUN npm ci && npm prune --omit=dev

FROM node:22-bookworm-slim
# pg_dump and pg_restore, for backups of PostgreSQL. Debian 12 has version 15, which works with servers up to 15.
RUN apt-get update \
  && apt-get install --yes --no-install-recommends postgresql-client \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY drizzle ./drizzle
# Root owns the program. The bot doesn't run as root and can only write to its data.
RUN install -d -o node -g node -m 0700 /data
# Docker puts secrets into /run/secrets. Those named telegram_bot_token, database_url and so on override the environment.
ENV NODE_ENV=production \
  DATABASE_URL=file:/data/sosekni.db \
  BACKUP_DIR=/data/backups \
  HTTP_LISTEN=0.0.0.0:9464 \
  CREDENTIALS_DIRECTORY=/run/secrets
USER node
VOLUME /data
# /metrics, /healthz and /readyz, without a password: publish it only where your monitoring can reach it.
EXPOSE 9464
# The daemon exits within 10 s.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:9464/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/main.js"]
