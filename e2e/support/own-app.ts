import { request } from "@playwright/test";
import pg from "pg";
import { test as base } from "../fixtures";
import { Api } from "./api";
import { type App, makeDataDir, startApp } from "./app";
import { createOrganisation, type Organisation } from "./organisation";

export type OwnApp = {
  dataDir: string;
  /** Starts it, or starts it again. */
  start: (options?: { env?: Record<string, string>; port?: number }) => Promise<App>;
  connect: (app: App) => pg.Pool;
  makeOrganisation: (app: App) => Promise<Organisation>;
  api: (app: App, token: string) => Api;
};

/** For specs that stop and kill servers: a data folder of the test's own; whatever is started in it is ended. */
export const test = base.extend<{ own: OwnApp; isFirstStart: boolean }>({
  /** Whether the first server has to make its database before anything else. */
  isFirstStart: [false, { option: true }],
  own: async ({ isFirstStart }, use) => {
    const { dataDir, remove } = await makeDataDir({ isEmpty: isFirstStart });
    const apps: App[] = [];
    const pools: pg.Pool[] = [];
    const apis: Api[] = [];
    const connect = (app: App) => {
      const pool = new pg.Pool({ connectionString: app.databaseUrl, max: 4 });
      pool.on("error", () => undefined);
      pools.push(pool);
      return pool;
    };
    try {
      await use({
        dataDir,
        connect,
        start: async (options = {}) => {
          const app = await startApp({ dataDir, ...options });
          apps.push(app);
          return app;
        },
        makeOrganisation: (app) => createOrganisation(connect(app)),
        api: (app, token) => {
          const api = new Api(request, { baseURL: app.url, token });
          apis.push(api);
          return api;
        },
      });
    } finally {
      await Promise.allSettled([...pools.map((pool) => pool.end()), ...apis.map((api) => api.close())]);
      await Promise.allSettled(apps.map((app) => app.killAll()));
      await remove();
    }
  },
});

export { expect } from "../fixtures";
