import { runCommand } from './cli';
import { stubService } from './testing/stub-service';
import type { Service } from './service';
import type { Walkthrough } from './walkthrough';

const walkthrough = (name: string, expected: number): Walkthrough => ({
  name,
  title: `The one called ${name}`,
  document: 'A page',
  play: async (api) => {
    api.step('1. Ask');
    const call = { method: 'GET', path: '/ask', as: { id: 'pmu', secret: 's' }, headers: {} } as const;
    await api.send(call, { status: expected });
  },
});

const service = (name: string, ...walkthroughs: Walkthrough[]): Service => ({
  name,
  defaultUrl: 'http://127.0.0.1:1',
  urlVariable: `${name.toUpperCase().replaceAll('-', '_')}_URL`,
  login: () => Promise.resolve('a-token'),
  walkthroughs,
});

const services = [
  service('wrm', walkthrough('quiet', 200)),
  service('book-secure-move', walkthrough('sound', 200), walkthrough('broken', 201)),
];

async function run(argv: string[], env: Record<string, string> = {}) {
  const lines: string[] = [];
  const code = await runCommand({ argv, env, print: (line) => void lines.push(line), services });
  return { code, text: lines.join('\n') };
}

describe('npm run walkthrough', () => {
  const stub = stubService({ 'GET /ask': { status: 200 } });
  afterAll(async () => (await stub).close());

  it('exits with 0 when everything held, and ends with a table', async () => {
    const { url } = await stub;

    const { code, text } = await run(['sound', '--url', url]);

    expect(code).toBe(0);
    expect(text.split('\n').slice(-2)).toEqual([
      'walkthrough  steps  calls  checks  result',
      'sound        1/1    1      1       held',
    ]);
  });

  it('exits with 1 when a step fails, and names the step and what was expected', async () => {
    const { url } = await stub;

    const { code, text } = await run(['book-secure-move'], { BOOK_SECURE_MOVE_URL: url });

    expect(code).toBe(1);
    expect(text).toMatch(/sound +1\/1 .* held/);
    expect(text).toMatch(/broken +0\/1 .* DOES NOT HOLD/);
    expect(text).toContain('broken, at "1. Ask":\n  status of GET /ask as pmu: expected 201, got 200');
  });

  it('gives one JSON document and nothing else with --json', async () => {
    const { url } = await stub;

    const { code, text } = await run(['--json', '--url', url]);

    expect(code).toBe(1);
    expect(JSON.parse(text)).toMatchObject({
      url,
      held: false,
      walkthroughs: [
        { name: 'sound', held: true, steps: [{ title: '1. Ask', held: true, calls: [{ path: '/ask', status: 200 }] }] },
        { name: 'broken', held: false, failure: 'status of GET /ask as pmu: expected 201, got 200' },
      ],
    });
  });

  it('plays all services, each where the environment has it', async () => {
    const { url } = await stub;

    const { code, text } = await run(['--json'], { BOOK_SECURE_MOVE_URL: url, WRM_URL: `${url}/` });

    expect(code).toBe(1);
    expect(JSON.parse(text)).toMatchObject({
      held: false,
      walkthroughs: [
        { name: 'quiet', service: 'wrm', url: `${url}/`, held: true },
        { name: 'sound', service: 'book-secure-move', url, held: true },
        { name: 'broken', service: 'book-secure-move', url, held: false },
      ],
    });
  });

  it('plays a whole service by its name', async () => {
    const { url } = await stub;

    const { code, text } = await run(['wrm', '--url', url]);

    expect(code).toBe(0);
    expect(text).toContain(`wrm at ${url}`);
    expect(text).toMatch(/quiet +1\/1 .* held/);
  });

  it('takes a base URL alone for Book a Secure Move', async () => {
    const { url } = await stub;

    const { text } = await run(['--json', '--url', url]);

    expect(JSON.parse(text)).toMatchObject({ url, walkthroughs: [{ name: 'sound' }, { name: 'broken' }] });
  });

  it('lists names, titles and documents without playing', async () => {
    const list = await run(['--list']);
    const json = await run(['--list', '--json', 'sound']);

    expect(list).toEqual({
      code: 0,
      text: [
        'quiet   The one called quiet (A page)',
        'sound   The one called sound (A page)',
        'broken  The one called broken (A page)',
      ].join('\n'),
    });
    expect(JSON.parse(json.text)).toEqual([
      { name: 'sound', title: 'The one called sound', document: 'A page', service: 'book-secure-move' },
    ]);
  });

  it.each([
    [['absent'], 'no walkthrough is named absent'],
    [['--fast'], "Unknown option '--fast'"],
    [['quiet', 'sound', '--url', 'http://127.0.0.1:1'], '--url names one service, not wrm and book-secure-move'],
  ])('exits with 2 and the usage for %j', async (argv, problem) => {
    const { code, text } = await run(argv);

    expect(code).toBe(2);
    expect(text).toContain(problem);
    expect(text).toContain('usage: npm run walkthrough');
  });
});
