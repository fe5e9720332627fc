/**
 * Lays a new slice, with a failing test that says what comes next.
 *
 *   npm run new-slice -- <app> <plural-noun>     npm run new-slice -- book-secure-move site-visits
 */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './lib/root.mjs';

const [app, noun] = process.argv.slice(2);
if (!app || !noun || !/^[a-z]+(-[a-z]+)*$/.test(noun) || !existsSync(join(root, 'apps', app))) {
  console.error('Usage: npm run new-slice -- <app> <plural-noun>, for example: book-secure-move court-hearings');
  process.exit(1);
}
if (!existsSync(join(root, 'apps', app, 'src/testing', `${app}.ts`))) {
  console.error(`apps/${app} has no test kit yet: its first slice is written by hand, with src/testing/${app}.ts.`);
  process.exit(1);
}
const folder = join(root, 'apps', app, 'src', noun);
if (existsSync(folder)) {
  console.error(`apps/${app}/src/${noun} exists already.`);
  process.exit(1);
}

const camelCase = (name) => name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
const camel = camelCase(noun);
const kit = camelCase(app);
const one = camel.replace(/ies$/, 'y').replace(/s$/, '');
const Type = one[0].toUpperCase() + one.slice(1);
const path = `/${noun.replaceAll('-', '_')}`;
const table = noun.replaceAll('-', '_');

const files = {
  'routes.ts': `import { ok } from '@switchyard/http';
import type { Api } from '../shared/deps';
import { list${Type}s } from './repository';
import { present${Type} } from './serializer';

/** What can be asked about ${noun}. Does not compile before the contract has the path. */
export function ${one}Routes(api: Api): void {
  api.get('${path}', async ({ db }) => ok({ data: (await list${Type}s(db)).map(present${Type}) }));
}
`,
  'repository.ts': `import type { Connection } from '@switchyard/db';
import { prepared } from '@switchyard/db';

/** Move this to \`packages/domain\`, beside its rules. */
export interface ${Type} {
  id: string;
}

interface ${Type}Row {
  id: string;
}

const list = prepared<${Type}Row>('${noun}-list', 'select id from ${table} order by id limit 100');

export async function list${Type}s(db: Connection): Promise<${Type}[]> {
  return (await db.rows(list)).map(to${Type});
}

const to${Type} = ({ id }: ${Type}Row): ${Type} => ({ id });
`,
  'serializer.ts': `import type { ${Type} } from './repository';

/** What leaves the server, listed. */
export const present${Type} = ({ id }: ${Type}): object => ({ id });
`,
  [`${noun}.test.ts`]: `import { ${kit} } from '../testing/${app}';

const { api } = ${kit}();

describe('GET ${path}', () => {
  it('answers with a list', async () => {
    const reply = await api.get('${path}');

    expect(reply.status).toBe(200);
    expect(reply.body.data).toEqual([]);
  });
});
`,
};

await mkdir(folder, { recursive: true });
for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
console.log(`apps/${app}/src/${noun}: ${Object.keys(files).join(', ')}`);
console.log('Next: the operation in contracts/, npm run generate, a migration, a line in app.ts, and the test.');
