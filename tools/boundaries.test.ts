import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '..');
const bin = (name: string): string => join(root, 'node_modules/.bin', name);
const options = { cwd: root, env: { ...process.env, NX_DAEMON: 'false' }, encoding: 'utf8' } as const;

const forbidden = [
  ['packages/domain', '@switchyard/db'],
  ['packages/db', '@switchyard/http'],
  ['packages/walkthroughs', '@switchyard/domain'],
  ['apps/wrm', '@switchyard/book-secure-move'],
] as const;
const allowed = [['apps/street-manager', '@switchyard/domain']] as const;

const probeIn = (project: string): string => join(root, project, 'src', `boundary-probe-${process.pid}.ts`);
const probes = [...forbidden, ...allowed].map(([project]) => probeIn(project));
let rulesBroken: Map<string, string[]>;

/** One file with one import in each project, judged in one run; the files are gone again afterwards. */
beforeAll(() => {
  // The rule reads the graph of the projects, which Nx writes when it is asked for anything.
  execFileSync(bin('nx'), ['show', 'projects'], options);
  for (const [project, specifier] of [...forbidden, ...allowed]) {
    writeFileSync(probeIn(project), `import * as other from '${specifier}';\n\nexport const probe = other;\n`);
  }
  try {
    const { stdout } = spawnSync(bin('eslint'), ['--format', 'json', ...probes], options);
    const results = JSON.parse(stdout) as { filePath: string; messages: { ruleId: string }[] }[];
    rulesBroken = new Map(results.map(({ filePath, messages }) => [filePath, messages.map(({ ruleId }) => ruleId)]));
  } finally {
    for (const probe of probes) rmSync(probe);
  }
}, 60_000);

describe('the boundaries between projects', () => {
  it.each(forbidden)('refuse that %s imports %s', (project) => {
    expect(rulesBroken.get(probeIn(project))).toContain('@nx/enforce-module-boundaries');
  });

  it.each(allowed)('let %s import %s', (project) => {
    expect(rulesBroken.get(probeIn(project))).toEqual([]);
  });
});
