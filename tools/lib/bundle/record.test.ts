import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

interface RecordModule {
  isFresh(root: string, output: string): Promise<boolean>;
  remember(root: string, built: { outputs: string[]; inputs: string[]; began: number }): Promise<void>;
}

const output = 'dist/app.cjs';
const inputs = ['apps/app/src/main.ts', 'packages/kit/src/index.ts'];
const settings = ['package.json', 'package-lock.json', 'apps/app/package.json', 'packages/kit/package.json'];
/** When all files were written, in seconds. */
const written = 1_700_000_000;
/** After the tools themselves were written, which go into a bundle too. */
const began = Date.now() + 60_000;

let root: string;
let record: RecordModule;

function write(path: string, text = path, at = written): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  utimesSync(join(root, path), at, at);
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) utimesSync(join(root, folder), at, at);
}

beforeAll(async () => {
  const module: string = join(__dirname, 'record.mjs');
  record = (await import(module)) as RecordModule;
});

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'switchyard-record-'));
  for (const path of [...inputs, ...settings, output]) write(path);
});

afterEach(() => rmSync(root, { recursive: true }));

describe('the record of a bundle', () => {
  it('says that a bundle is fresh as long as nothing changes, and that one without a record is not', async () => {
    expect(await record.isFresh(root, output)).toBe(false);
    await record.remember(root, { outputs: [output], inputs, began });
    expect(await record.isFresh(root, output)).toBe(true);
    expect(await record.isFresh(root, 'dist/other.cjs')).toBe(false);
  });

  it.each<[string, () => void]>([
    ['a source has changed', () => write(inputs[0]!, 'longer than before', written)],
    ['a source has been written again', () => write(inputs[1]!, inputs[1], written + 1)],
    ['a source has gone', () => rmSync(join(root, inputs[1]!))],
    ['a file lies beside a source', () => write('packages/kit/src/index.js', '', written + 1)],
    ['a package exports something else', () => write(settings[3]!, '{}')],
    ['other packages are installed', () => write('package-lock.json', '{}')],
    ['a setting has appeared', () => write('tsconfig.json')],
    ['the bundle has changed', () => write(output, 'edited')],
    ['the bundle has gone', () => rmSync(join(root, output))],
    ['the record is not JSON', () => write(`${output}.inputs.json`, '{')],
  ])('says that it is not when %s', async (_, change) => {
    await record.remember(root, { outputs: [output], inputs, began });
    expect(await record.isFresh(root, output)).toBe(true);
    change();
    expect(await record.isFresh(root, output)).toBe(false);
  });

  it('is not kept of a build during which a source was changed', async () => {
    write(inputs[0]!, 'newer', began / 1_000 + 1);
    await record.remember(root, { outputs: [output], inputs, began });
    expect(await record.isFresh(root, output)).toBe(false);
  });
});
