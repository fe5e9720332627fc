import { randomInt, randomUUID } from 'node:crypto';
import { type Call, type Caller, Client, type Login, readingHeaders } from './client';
import type { Reply } from './reply';
import { same } from './unexpected';
import { clockCall, type ClockChange, clockOf } from './sandbox-clock';
import type { Api, Expected } from './walkthrough';

/** One call as it was made; `read` when it only looked at what another call had led to. */
export interface PlayedCall {
  method: string;
  path: string;
  as: string;
  status: number;
  read: boolean;
  state?: string;
}

export interface PlayedStep {
  title: string;
  held: boolean;
  calls: PlayedCall[];
  /** What was checked and held, statuses included. */
  checks: string[];
}

export interface PlayOptions {
  /** The base URL of the service. */
  url: string;
  /** How the service hands out tokens. */
  login: Login;
  /** Takes one line of progress; nothing is printed when it is absent. */
  print?: (line: string) => void;
}

/** An Api that records what happens: hand it to one play of one walkthrough. */
export class Play implements Api {
  readonly steps: PlayedStep[] = [];
  private readonly client: Client;
  private readonly print: (line: string) => void;
  private clockWasMoved = false;

  constructor({ url, login, print = () => undefined }: PlayOptions) {
    this.client = new Client(url.replace(/\/+$/, ''), login);
    this.print = print;
  }

  step(title: string): void {
    this.close();
    this.steps.push({ title, held: false, calls: [], checks: [] });
    this.print(`  ${title}`);
  }

  async send(call: Call, { status, leadsTo }: Expected): Promise<Reply> {
    const reply = await this.client.send(call);
    const played = this.record(call, reply, false);
    try {
      this.statusIs(call, reply, status);
      played.state = await leadsTo?.(reply);
    } finally {
      this.print(`     ${lineOf(played)}`);
    }
    return reply;
  }

  async read(path: string, as: Caller, headers: Record<string, string> = readingHeaders): Promise<Reply> {
    const call: Call = { method: 'GET', path, as, headers };
    const reply = await this.client.send(call);
    this.record(call, reply, true);
    this.statusIs(call, reply, 200);
    return reply;
  }

  async moveClock(to: ClockChange): Promise<void> {
    this.clockWasMoved = true;
    await this.send(clockCall(to), { status: 200, leadsTo: (reply) => `it is ${clockOf(reply)}` });
    this.client.forgetTokens();
  }

  holds(what: string, actual: unknown, expected: unknown): void {
    same(what, actual, expected);
    this.current.checks.push(what);
  }

  uuid(): string {
    return randomUUID();
  }

  pick(below: number): number {
    return randomInt(below);
  }

  /** Puts the clock of the service right, where the walkthrough has moved it; a service that is gone has no clock. */
  async leave(): Promise<void> {
    if (this.clockWasMoved) await this.client.send(clockCall({ reset: true })).catch(() => undefined);
  }

  /** Marks the last step as held; to be called once the walkthrough has come to its end. */
  close(): void {
    const last = this.steps.at(-1);
    if (last) last.held = true;
  }

  private statusIs({ method, path, as }: Call, reply: Reply, expected: number): void {
    const what = `status of ${method} ${path} as ${as.id}`;
    same(what, reply.status, expected, reply.bytes.toString('utf8').slice(0, 2000));
    this.current.checks.push(what);
  }

  private record({ method, path, as }: Call, { status }: Reply, read: boolean): PlayedCall {
    const played: PlayedCall = { method, path, as: as.id, status, read };
    this.current.calls.push(played);
    return played;
  }

  private get current(): PlayedStep {
    const last = this.steps.at(-1);
    if (last) return last;
    this.step('Given');
    return this.current;
  }
}

function lineOf({ method, path, as, status, state }: PlayedCall): string {
  return `${method.padEnd(5)} ${path}  ${as}  ${status}${state ? `  → ${state}` : ''}`;
}
