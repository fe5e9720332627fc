export { demoCredentials } from './demo-parties';
export * from './seed';
