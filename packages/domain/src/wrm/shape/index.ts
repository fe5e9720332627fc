export * from './form';
export * from './read';
export * from './shape';
