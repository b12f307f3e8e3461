import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { helloSkill } from './hello-skill.ts';

const ask = helloSkill();
const client = new DynamoDBClient({ region: 'eu-west-2' });

/** The floor for a cold start: Amazon's two packages, loaded and ready. */
export const handler = async (event: Parameters<typeof ask>[0]): ReturnType<typeof ask> => ask(event);
export const read = (key: string) => client.send(new GetItemCommand({ TableName: 'none', Key: { pk: { S: key } } }));
