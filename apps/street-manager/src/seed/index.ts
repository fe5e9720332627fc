export { hasDemo, resetDatabase, seedDatabase } from './seed';
