# syntax=docker/dockerfile:1
FROM node:20-slim AS build
WORKDIR /app
# The packages change less often than the code, and are fetched again only when they do.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:20-slim
ENV NODE_ENV=production \
    HOSTGRAPH_CONFIG=/etc/hostgraph/hostgraph.yaml
WORKDIR /app
COPY --from=build /app/package.json /app/LICENSE ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
# What survives a restart where there is no Redis: the configuration says `dataDir: /var/lib/hostgraph`.
RUN mkdir /var/lib/hostgraph && chown node:node /var/lib/hostgraph
VOLUME /var/lib/hostgraph
USER node
EXPOSE 4000
# Whether the process lives. Whether it takes requests is asked at /readyz, by whoever balances load.
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4000/livez').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Without a shell or npm in between, so that SIGTERM reaches the gateway, which ends requests under way first.
ENTRYPOINT ["node", "--max-semi-space-size=32", "dist/src/main.js"]
