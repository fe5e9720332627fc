import { parseArgs } from 'node:util';
import { playEach } from './runner';
import { tableOf } from './table';
import { messageOf } from './unexpected';
import type { Walkthrough } from './walkthrough';

export interface CommandOptions {
  /** The arguments after the command's own name. */
  argv: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  print: (line: string) => void;
  walkthroughs: readonly Walkthrough[];
}

export const defaultUrl = 'http://127.0.0.1:3002';

const usage = 'usage: npm run walkthrough -- [name…] [--url <base URL>] [--list] [--json]';

/** Runs the command and gives its exit code: 0 everything held, 1 a step did not hold, 2 the command was not understood. */
export async function runCommand({ argv, env, print, walkthroughs }: CommandOptions): Promise<number> {
  const { command, problem } = parse(argv);
  if (!command) return refuse(print, problem);
  const { names, json } = command;
  const unknown = names.filter((name) => !walkthroughs.some((walkthrough) => walkthrough.name === name));
  if (unknown.length > 0) return refuse(print, `no walkthrough is named ${unknown.join(', ')}; --list shows them all`);
  const chosen = names.length > 0 ? walkthroughs.filter(({ name }) => names.includes(name)) : walkthroughs;

  if (command.list) {
    list(chosen, json, print);
    return 0;
  }
  const url = command.url ?? (env['BOOK_SECURE_MOVE_URL'] || defaultUrl);
  const report = await playEach(chosen, { url, print: json ? undefined : print });
  for (const line of json ? [JSON.stringify({ url, ...report }, null, 2)] : tableOf(report)) print(line);
  return report.held ? 0 : 1;
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

function list(walkthroughs: readonly Walkthrough[], json: boolean, print: (line: string) => void): void {
  if (json) {
    print(
      JSON.stringify(
        walkthroughs.map(({ name, title, document }) => ({ name, title, document })),
        null,
        2,
      ),
    );
    return;
  }
  const width = Math.max(0, ...walkthroughs.map(({ name }) => name.length));
  for (const { name, title, document } of walkthroughs) print(`${name.padEnd(width)}  ${title} (${document})`);
}
