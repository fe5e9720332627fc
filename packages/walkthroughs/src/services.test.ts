import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { services } from './services';

const all = services.flatMap(({ name: service, walkthroughs }) => walkthroughs.map(({ name }) => ({ service, name })));

describe('the services', () => {
  it('name each walkthrough once, and none like a service', () => {
    const names = [...services, ...all].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(all)('keep $name in the file of its name, in the folder $service', ({ service, name }) =>
    expect(existsSync(join(__dirname, service, `${name}.ts`))).toBe(true),
  );
});
