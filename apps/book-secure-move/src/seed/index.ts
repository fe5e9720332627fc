export { isSeeded, resetDatabase, seedDatabase } from './seed';
export type { SeedKind } from './seed';
