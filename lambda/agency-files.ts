import { randomUUID } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import { bringingParts } from './bringing-parts.ts';
import { builtOnce } from './built-once.ts';
import type { Settings } from './settings-from-secrets.ts';
import { s3Bucket } from './visits-in/agency-files/s3-bucket.ts';
import { seeToObjects, type FilesPut } from './visits-in/agency-files/see-to-objects.ts';

const parts = builtOnce(build, Date.now, process.env);

/** S3: an agency has put a file into its folder of the bucket. */
export async function handler(event: FilesPut): Promise<{ readonly files: number }> {
  return { files: await seeToObjects(event, await parts()) };
}

function build(settings: Settings) {
  const client = new S3Client({});
  return { ...bringingParts(settings), newId: randomUUID, bucketCalled: (name: string) => s3Bucket(client, name) };
}
