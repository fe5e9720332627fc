import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const tool = join(__dirname, 'diagrams.mjs');

const door = `export const doorMachine = {
  name: 'door',
  initial: 'closed',
  states: ['closed', 'in_use', 'end', 'off-hinge'],
  transitions: {
    open: { from: ['closed'], to: 'in_use' },
    close: { from: ['in_use'], to: 'closed' },
    smash: { from: ['closed', 'in_use'], to: 'end' },
  },
} as const;`;

describe('the diagram drawer', () => {
  let folder: string;
  let out: string;
  const run = (...flags: string[]) =>
    spawnSync(process.execPath, [tool, `--domain=${folder}`, `--out=${out}`, ...flags], { encoding: 'utf8' });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'domain-'));
    out = join(folder, 'docs', 'machines.md');
    const exports = { '.': './index.ts', './doors': './doors.ts' };
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ exports }));
    writeFileSync(join(folder, 'index.ts'), 'export const name: string = "no machine";');
    writeFileSync(join(folder, 'doors.ts'), `${door}\nexport const again = doorMachine;\nexport const nothing = null;`);
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('draws each machine once, under the entry point that exports it', () => {
    expect(run().status).toBe(0);
    const drawn = readFileSync(out, 'utf8');
    expect(drawn.slice(drawn.indexOf('## '))).toBe(
      [
        '## doors',
        '',
        '### door',
        '',
        '```mermaid',
        'stateDiagram-v2',
        '  state "closed" as closed',
        '  state "in_use" as in_use',
        '  state "end" as end_',
        '  state "off-hinge" as off_hinge',
        '  [*] --> closed',
        '  closed --> in_use: open',
        '  in_use --> closed: close',
        '  closed --> end_: smash',
        '  in_use --> end_: smash',
        '  end_ --> [*]',
        '  off_hinge --> [*]',
        '```',
        '',
      ].join('\n'),
    );
  });

  it('says so when there is no machine', () => {
    writeFileSync(join(folder, 'doors.ts'), 'export const nothing = 1;');
    expect(run().status).toBe(0);
    expect(readFileSync(out, 'utf8')).toContain('No state machine is exported yet.');
  });

  it('tells a fresh file from a missing and a stale one', () => {
    expect(run('--check').status).toBe(1);
    run();
    expect(run('--check').status).toBe(0);
    writeFileSync(join(folder, 'doors.ts'), door.replace("to: 'in_use'", "to: 'end'"));
    const stale = run('--check');
    expect(stale.status).toBe(1);
    expect(stale.stderr).toContain('is stale');
  });
});
