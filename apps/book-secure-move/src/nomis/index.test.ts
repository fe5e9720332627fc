import { createNomis, type NomisConfig } from './index';

const clock = { now: () => new Date('2026-11-20T10:00:00Z') };
const real = {
  url: 'http://127.0.0.1:1',
  tokenUrl: 'http://127.0.0.1:1/token',
  clientId: 'id',
  clientSecret: 'secret',
};

describe('createNomis', () => {
  it.each<[string, NomisConfig]>([
    ['nothing', {}],
    ['an empty address', { ...real, url: '' }],
  ])('uses the local register with %s configured', async (_name, config) => {
    expect(await createNomis(config, clock).getPrisoner('G8133UA')).toMatchObject({ lastName: 'CASEDY' });
  });

  it('uses the real one with an address', async () => {
    await expect(createNomis(real, clock).getPrisoner('G8133UA')).rejects.toMatchObject({
      name: 'NomisConnectionFailed',
    });
  });

  it.each<[string, NomisConfig, string]>([
    ['no credentials', { url: real.url }, 'tokenUrl, clientId, clientSecret'],
    ['an empty secret', { ...real, clientSecret: '' }, 'clientSecret'],
    ['an address without a scheme', { ...real, alertsUrl: 'alerts.example' }, 'alertsUrl'],
    ['another scheme', { ...real, url: 'file:///etc' }, 'url'],
  ])('refuses to start with %s', (_name, config, named) => {
    expect(() => createNomis(config, clock)).toThrow(named);
  });
});
