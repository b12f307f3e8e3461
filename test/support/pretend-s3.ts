// Keeps one promise: a function finds a bucket on this machine, as far as it uses one, and what lies in it can be read. Source: Amazon S3's API reference, GetObject, PutObject, CopyObject and DeleteObject.
import { buffer } from 'node:stream/consumers';
import { listenLocally } from './local-server.ts';

export interface PretendS3 {
  /** What lies there, by bucket and key. */
  readonly objects: Map<string, Buffer>;
  readonly settings: Readonly<Record<string, string>>;
  /** What was asked, in its order. */
  readonly asked: string[];
  close(): Promise<void>;
}

export async function pretendS3(): Promise<PretendS3> {
  const [objects, asked]: [Map<string, Buffer>, string[]] = [new Map(), []];
  const server = await listenLocally((incoming, response) => {
    void buffer(incoming).then((body) => {
      const [place, from] = [placeIn(incoming.url ?? ''), incoming.headers['x-amz-copy-source']];
      const method = incoming.method === 'PUT' && from !== undefined ? 'COPY' : String(incoming.method);
      asked.push(`${method} ${place}`);
      const found = objects.get(method === 'COPY' ? placeIn(`/${String(from)}`) : place);
      if (!/^AWS4-HMAC-SHA256 Credential=local\/\d{8}\/eu-west-2\/s3\/aws4_request,/.test(incoming.headers.authorization ?? '')) response.writeHead(403).end();
      else if ((method === 'GET' || method === 'COPY') && found === undefined) response.writeHead(404, { 'content-type': 'application/xml' }).end('<?xml version="1.0" encoding="UTF-8"?><Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>');
      else if (method === 'GET') response.writeHead(200, { 'content-length': found?.length ?? 0 }).end(found);
      else if (method === 'DELETE') {
        objects.delete(place);
        response.writeHead(204).end();
      } else {
        objects.set(place, method === 'COPY' ? found ?? Buffer.of() : body);
        response.writeHead(200, { 'content-type': 'application/xml' }).end(method === 'COPY' ? '<CopyObjectResult><ETag>"x"</ETag></CopyObjectResult>' : '');
      }
    });
  });
  return { objects, asked, settings: { AWS_ENDPOINT_URL_S3: server.address }, close: server.close };
}

function placeIn(path: string): string {
  return decodeURIComponent(new URL(path, 'http://local').pathname.slice(1));
}
