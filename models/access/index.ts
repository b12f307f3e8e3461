export * from './access-table.ts';
export * from './assistant.ts';
export * from './care-worker.ts';
export * from './identity.ts';
export * from './may-do.ts';
export * from './private-key.ts';
export * from './session.ts';
