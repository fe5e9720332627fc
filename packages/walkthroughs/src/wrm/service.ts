import type { Service } from '../service';
import { wrmWalkthroughs } from '.';
import { basicLogin } from './login';

export const wrm: Service = {
  name: 'wrm',
  defaultUrl: 'http://127.0.0.1:3003',
  urlVariable: 'WRM_URL',
  login: basicLogin,
  walkthroughs: wrmWalkthroughs,
};
