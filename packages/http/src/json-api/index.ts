export * from './fast-document';
export * from './resource';
export * from './serializer';
