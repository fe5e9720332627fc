export * from './access-actors';
export * from './access-membership';
export * from './access-operations';
export * from './access-roles';
