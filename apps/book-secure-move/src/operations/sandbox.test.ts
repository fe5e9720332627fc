import { call } from '@switchyard/testing';
import { bookSecureMove } from '../testing/book-secure-move';
import { moveBody } from '../testing/given';

const { api } = bookSecureMove();
const sandbox = (method: string, path: string, body?: unknown) =>
  call(`${api.url()}/sandbox${path}`, method, { body, headers: { 'Content-Type': 'application/json' } });

describe('the sandbox', () => {
  it('goes back to the demo data, and lets clients go on with their tokens', async () => {
    const before = await api.get('/moves?sort[by]=created_at');
    const made = await api.post('/moves', moveBody(null));
    expect(made.status).toBe(201);

    expect((await sandbox('POST', '/reset')).status).toBe(204);

    expect((await api.get(`/moves/${made.body.data.id}`)).status).toBe(404);
    const after = await api.get('/moves?sort[by]=created_at');
    expect(after.body.meta.pagination).toEqual(before.body.meta.pagination);
  });

  it('ends tokens by its clock', async () => {
    await sandbox('PUT', '/clock', { advance: 'PT2H1M' });
    const reply = await api.get('/moves');
    expect(reply.status).toBe(401);
    expect(reply.headers.get('www-authenticate')).toContain('The access token expired');

    await sandbox('PUT', '/clock', { reset: true });
    expect((await api.get('/moves')).status).toBe(200);
  });

  it('shows what is waiting to be sent', async () => {
    const made = await api.post('/moves', moveBody(null, { date: '2026-12-24' }));
    const outbox = await sandbox('GET', '/outbox');
    expect(outbox.body[0]).toMatchObject({
      eventType: 'create_move',
      aggregateId: made.body.data.id,
      state: 'waiting',
    });
  });
});
