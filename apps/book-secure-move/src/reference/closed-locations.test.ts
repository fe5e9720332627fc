import { bookSecureMove } from '../testing/book-secure-move';
import { demo } from '../testing/given';

const { api } = bookSecureMove({ OPEN_LOCATIONS: 'off' });

it.each(['/reference/locations', `/reference/locations/${demo.a}`])(
  '%s needs a token where that is set',
  async (path) => {
    const refused = await api.as('nobody').get(path);
    expect([refused.status, refused.body.errors[0].detail]).toEqual([401, 'Token expired or invalid']);
    expect((await api.as('serco').get(path)).status).toBe(200);
  },
);
