import { Play } from '../play';
import { tidily } from './tidily';

const api = (): Play => new Play({ url: 'http://127.0.0.1:1', login: () => Promise.resolve('') });
const fails = (message: string) => () => Promise.reject(new Error(message));

describe('tidily', () => {
  it('takes away the latest first, as a step of its own', async () => {
    const gone: string[] = [];
    const played = api();
    await tidily(played, async (after) => {
      played.step('Play');
      for (const name of ['first', 'second']) after(() => Promise.resolve(gone.push(name)));
      return Promise.resolve();
    });
    expect(gone).toEqual(['second', 'first']);
    expect(played.steps.map(({ title }) => title)).toEqual(['Play', 'Clean up']);
  });

  it('takes away everything although the play fails, which is what it rejects with', async () => {
    const gone: string[] = [];
    const playing = tidily(api(), (after) => {
      after(() => Promise.resolve(gone.push('first')));
      after(fails('not gone'));
      return fails('the play')();
    });
    await expect(playing).rejects.toThrow('the play');
    expect(gone).toEqual(['first']);
  });

  it('rejects when something stays', async () => {
    await expect(tidily(api(), (after) => Promise.resolve(after(fails('it stays'))))).rejects.toThrow('it stays');
  });
});
