# One image, any of the services: SERVICE names it, when building or when running.
#   docker build --build-arg SERVICE=wrm --tag switchyard-wrm .

FROM node:20-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY apps apps
COPY packages packages
# esbuild's own script only makes it start quicker, and no other script is needed here.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tools/start.mjs tools/start.mjs
COPY tools/lib tools/lib
COPY tools/start tools/start
RUN node tools/start.mjs --build

FROM node:20-slim AS modules
WORKDIR /app
COPY --from=build /app/package.json /app/package-lock.json /app/.npmrc ./
COPY --from=build /app/apps apps
COPY --from=build /app/packages packages
# Without the embedded PostgreSQL, which is optional: an image is given a DATABASE_URL.
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

FROM node:20-slim
ARG SERVICE=book-secure-move
ENV NODE_ENV=production SERVICE=${SERVICE} HOST=0.0.0.0 SWITCHYARD_DATA_DIR=/data
WORKDIR /app
COPY --from=modules /app/node_modules node_modules
COPY --from=build /app/package.json ./
COPY --from=build /app/dist/apps dist/apps
COPY --from=build /app/tools/start/services.mjs /app/tools/start/healthcheck.mjs tools/start/
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3001 3002 3003
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 CMD ["node", "tools/start/healthcheck.mjs"]
CMD ["sh", "-c", "exec node \"dist/apps/${SERVICE}.cjs\""]
