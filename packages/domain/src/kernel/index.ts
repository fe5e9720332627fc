export * from './clock';
export * from './errors';
export * from './ids';
export * from './state-machine';
export * from './violations';
