export type { Example } from './example';
export { exampleOf } from './example';
export { filled } from './fill';
export type { References, Situation } from './situations';
export { inSituation } from './situations';
