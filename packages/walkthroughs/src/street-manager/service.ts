import type { Service } from '../service';
import { streetManagerWalkthroughs } from '.';
import { passwordLogin } from './login';

export const streetManager: Service = {
  name: 'street-manager',
  defaultUrl: 'http://127.0.0.1:3001',
  urlVariable: 'STREET_MANAGER_URL',
  login: passwordLogin,
  walkthroughs: streetManagerWalkthroughs,
};
