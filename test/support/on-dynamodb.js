// Tells fresh-store.ts that this run of the tests is the one on DynamoDB's engine.
globalThis.testStoreEngine = 'dynamodb';
