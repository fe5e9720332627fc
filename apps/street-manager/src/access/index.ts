export { Authentication } from './authentication';
export { SigningKeys } from './signing-keys';
export { Tokens } from './tokens';
