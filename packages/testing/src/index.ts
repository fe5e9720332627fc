export * from './client';
export * from './postgres';
export * from './test-database';
