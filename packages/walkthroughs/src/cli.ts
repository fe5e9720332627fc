import { parseArgs } from 'node:util';
import { choose, type Chosen } from './choice';
import { playEach, type PlayedWalkthrough, type PlayReport } from './runner';
import type { Service } from './service';
import { tableOf } from './table';
import { messageOf } from './unexpected';

export interface CommandOptions {
  /** The arguments after the command's own name. */
  argv: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  print: (line: string) => void;
  services: readonly Service[];
}

const usage = 'usage: npm run walkthrough -- [service or walkthrough…] [--url <base URL>] [--list] [--json]';

/** Runs the command and gives its exit code: 0 everything held, 1 a step did not hold, 2 the command was not understood. */
export async function runCommand({ argv, env, print, services }: CommandOptions): Promise<number> {
  const { command, problem } = parse(argv);
  if (!command) return refuse(print, problem);
  const chosen = choose(services, command, env);
  if (typeof chosen === 'string') return refuse(print, chosen);
  const { json } = command;
  if (command.list) {
    list(chosen, json, print);
    return 0;
  }
  const report = await playServices(chosen, json ? undefined : print);
  for (const line of json ? [JSON.stringify(report, null, 2)] : tableOf(report)) print(line);
  return report.held ? 0 : 1;
}

/** Service after service; the one base URL of a run with one service stands at the head of its report. */
async function playServices(chosen: readonly Chosen[], print?: (line: string) => void): Promise<ServicesReport> {
  const walkthroughs: ServicesReport['walkthroughs'] = [];
  for (const { name: service, url, login, walkthroughs: wanted } of chosen) {
    print?.(`${service} at ${url}\n`);
    const played = await playEach(wanted, { url, login, print });
    walkthroughs.push(...played.walkthroughs.map((each) => ({ ...each, service, url })));
  }
  return {
    ...(chosen.length === 1 && { url: chosen[0]!.url }),
    held: walkthroughs.every(({ held }) => held),
    walkthroughs,
  };
}

interface ServicesReport extends PlayReport {
  url?: string;
  walkthroughs: (PlayedWalkthrough & { service: string; url: string })[];
}

interface Command {
  names: string[];
  url?: string;
  list: boolean;
  json: boolean;
}

function parse(argv: readonly string[]): { command?: Command; problem: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        url: { type: 'string' },
        list: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    return { command: { names: positionals, ...values }, problem: '' };
  } catch (error) {
    return { problem: messageOf(error) };
  }
}

function refuse(print: (line: string) => void, problem: string): number {
  print(problem);
  print(usage);
  return 2;
}

function list(chosen: readonly Service[], json: boolean, print: (line: string) => void): void {
  const all = chosen.flatMap(({ name: service, walkthroughs }) =>
    walkthroughs.map(({ name, title, document }) => ({ name, title, document, service })),
  );
  if (json) {
    print(JSON.stringify(all, null, 2));
    return;
  }
  const width = Math.max(0, ...all.map(({ name }) => name.length));
  for (const { name, title, document } of all) print(`${name.padEnd(width)}  ${title} (${document})`);
}
