import { CopyObjectCommand, DeleteObjectCommand, GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { FileBucket } from './file-bucket.ts';

/** One bucket of Amazon S3. */
export function s3Bucket(client: S3Client, Bucket: string): FileBucket {
  return {
    read: (Key) => unlessGone(async () => (await client.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToByteArray()),
    write: async (Key, text) => { await client.send(new PutObjectCommand({ Bucket, Key, Body: text, ContentType: 'text/plain; charset=utf-8' })); },
    move: async (from, to) => {
      await unlessGone(async () => {
        // What somebody has written on it (tags) stays behind: it would need rights of its own to be read.
        await client.send(new CopyObjectCommand({ Bucket, Key: to, CopySource: `${Bucket}/${from.split('/').map(encodeURIComponent).join('/')}`, TaggingDirective: 'REPLACE' }));
        await client.send(new DeleteObjectCommand({ Bucket, Key: from }));
      });
    },
  };
}

async function unlessGone<Result>(ask: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await ask();
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'NoSuchKey') return undefined;
    throw cause;
  }
}
