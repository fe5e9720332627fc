import type Router from '@koa/router';
import type { Context } from 'koa';
import type { Clock, ClockSetting, IsoDuration, MovableClock, Zone } from '@switchyard/domain';
import { addDuration, isDay, parseIsoDuration } from '@switchyard/domain';
import { parseJson } from './json-guard';
import { readBody } from './read-body';

/** What a sandbox lets its users do to it. */
export interface SandboxControls {
  clock: MovableClock;
  realClock: Clock;
  timeZone: Zone;
  /** Makes a new setting known to every process of the service. */
  storeClock(setting: ClockSetting): Promise<void>;
  /** Does everything that has fallen due, before a moved clock is acknowledged. */
  dueWork(): Promise<void>;
  reset(): Promise<void>;
  outbox(): Promise<unknown>;
}

export function sandboxRoutes(router: Router, controls: SandboxControls): void {
  const { clock } = controls;
  const show = (ctx: Context): void => {
    ctx.body = { now: clock.now().toISOString(), frozen: clock.setting.frozenAt !== null };
  };

  router.get('/sandbox/clock', show);

  router.put('/sandbox/clock', async (ctx) => {
    const body = parseJson(await readBody(ctx.req, { maxBytes: 4_096, timeoutMs: 5_000 }));
    const fault = moveClock(controls, body);
    if (fault) {
      ctx.status = 400;
      ctx.body = { error: fault };
      return;
    }
    await controls.storeClock(clock.setting);
    await controls.dueWork();
    show(ctx);
  });

  router.post('/sandbox/reset', async (ctx) => {
    await controls.reset();
    ctx.status = 204;
  });

  router.get('/sandbox/outbox', async (ctx) => {
    ctx.body = await controls.outbox();
  });
}

/** Applies `{now}`, `{advance}`, `{frozen}` and `{reset}`; answers what is wrong with them, having changed nothing. */
function moveClock({ clock, timeZone }: SandboxControls, body: unknown): { field: string; rule: string } | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return { field: 'body', rule: 'must be an object' };
  const { now, advance, frozen, reset } = body as Record<string, unknown>;
  const known = ['now', 'advance', 'frozen', 'reset'];
  const stranger = Object.keys(body).find((name) => !known.includes(name));
  if (stranger) return { field: stranger, rule: `is not one of ${known.join(', ')}` };
  const instant = readInstant(now);
  if (now !== undefined && !instant) return { field: 'now', rule: 'must be an ISO 8601 date-time with its offset' };
  const duration = typeof advance === 'string' ? parseIsoDuration(advance) : null;
  if (advance !== undefined && !duration) return { field: 'advance', rule: 'must be an ISO 8601 duration' };
  if (frozen !== undefined && typeof frozen !== 'boolean') return { field: 'frozen', rule: 'must be true or false' };
  if (reset !== undefined && reset !== true) return { field: 'reset', rule: 'must be true' };
  const target = duration ? later(instant ?? clock.now(), duration, timeZone) : instant;
  if (target === 'out of reach') return { field: 'advance', rule: 'leads beyond the year 9999' };
  if (reset) clock.reset();
  if (frozen === true) clock.freeze();
  if (frozen === false) clock.unfreeze();
  // Last, so that a clock that is set and stopped stands exactly there.
  if (target) clock.set(target);
  return undefined;
}

/** A day alone is its first moment in UTC; a time needs its offset, for nobody knows whose clock it is otherwise. */
const instantPattern = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/;

function readInstant(text: unknown): Date | undefined {
  if (typeof text !== 'string' || !instantPattern.test(text) || !isDay(text.slice(0, 10))) return undefined;
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}

function later(instant: Date, duration: IsoDuration, zone: Zone): Date | 'out of reach' {
  try {
    const reached = addDuration(instant, duration, zone);
    return reached.getUTCFullYear() > 9_999 ? 'out of reach' : reached;
  } catch {
    return 'out of reach';
  }
}
