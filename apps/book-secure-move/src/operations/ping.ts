import type Router from '@koa/router';
import type { Config } from '../config';

/** Which build is running. */
export function pingRoute(router: Router, { build }: Config): readonly string[] {
  router.get('/ping', (ctx) => {
    ctx.body = { build_date: build.date, commit_id: build.commit, build_tag: build.tag };
  });
  return ['GET /ping'];
}
