# The bot as a container: built with the development dependencies, run without them, by a user that is nobody's administrator.
# Only DATA_DIR is written to; run it with a read-only root, and /tmp in memory (compose.yaml does).
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Without install scripts: they would compile what the packages bring compiled, and bring a Node of their own.
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:24-bookworm-slim
ENV NODE_ENV=production DATA_DIR=/data
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/adaptive-cards adaptive-cards
COPY --from=build /app/knowledge knowledge
COPY --from=build /app/docs/legal docs/legal
RUN mkdir -m 700 /data && chown node:node /data
USER node
VOLUME ["/data"]
EXPOSE 3978
# Whether the process is up. Whether the store is there says /readyz: a bot is not to be started anew because its store is away.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3978) + '/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/main.js"]
