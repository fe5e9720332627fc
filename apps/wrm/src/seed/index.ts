export { demoCredentials } from './demo-parties';
export * from './seed';
export * from './stock-demo';
