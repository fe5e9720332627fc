export * from './activity';
export * from './common';
export * from './contact';
export * from './records';
export * from './schedule';
export * from './site';
