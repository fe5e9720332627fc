import type { Service } from '../service';
import { bookSecureMoveWalkthroughs } from '.';
import { clientCredentials } from './login';

export const bookSecureMove: Service = {
  name: 'book-secure-move',
  defaultUrl: 'http://127.0.0.1:3002',
  urlVariable: 'BOOK_SECURE_MOVE_URL',
  login: clientCredentials,
  walkthroughs: bookSecureMoveWalkthroughs,
};
