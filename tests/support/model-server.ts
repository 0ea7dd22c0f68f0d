import http from 'node:http';
import type { AddressInfo } from 'node:net';

export type Asked = {
  path: string;
  authorization: string | undefined;
  body: {
    model: string;
    input?: string[];
    query?: string;
    documents?: string[];
    top_n?: number;
  };
};

/** What a request gets. `hang`: no answer, until the asker gives up or the server closes. */
export type Given =
  | { status: number; headers?: Record<string, string>; body?: unknown; text?: string }
  | 'hang';

export type ModelServer = {
  url: string;
  /** Everything that was asked, in order. */
  asked: Asked[];
  /** What the next requests get before the usual answer, in order. */
  next: (...given: Given[]) => void;
  /** What every request gets from now on; `undefined`: the usual answer again. */
  always: (given: Given | undefined) => void;
  /** The most requests that were under way at once. */
  readonly mostAtOnce: number;
  close: () => Promise<void>;
};

/**
 * A small server with the interface that servers of language models share, answering as `vectorOf`
 * and `gradeOf` say: the foreign side of the platform, over real HTTP.
 */
export async function startModelServer(
  options: {
    vectorOf?: (text: string) => number[];
    gradeOf?: (query: string, document: string) => number;
  } = {},
): Promise<ModelServer> {
  const { vectorOf = () => [1, 0], gradeOf = () => 0.5 } = options;
  const asked: Asked[] = [];
  const queue: Given[] = [];
  let always: Given | undefined;
  let underWay = 0;
  let mostAtOnce = 0;

  function usual({ path, body }: Asked): Given {
    if (path.endsWith('/embeddings')) {
      const data = (body.input ?? []).map((text, index) => ({ index, embedding: vectorOf(text) }));
      // Servers need not keep the order: the index says whose vector it is.
      return { status: 200, body: { object: 'list', model: body.model, data: data.toReversed() } };
    }
    if (path.endsWith('/rerank')) {
      const results = (body.documents ?? []).map((document, index) => ({
        index,
        relevance_score: gradeOf(body.query ?? '', document),
      }));
      return {
        status: 200,
        body: { results: results.sort((a, b) => b.relevance_score - a.relevance_score) },
      };
    }
    return { status: 404 };
  }

  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    underWay += 1;
    mostAtOnce = Math.max(mostAtOnce, underWay);
    response.on('close', () => {
      underWay -= 1;
    });
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const one: Asked = {
        path: request.url ?? '',
        authorization: request.headers.authorization,
        body: JSON.parse(Buffer.concat(chunks).toString('utf8')) as Asked['body'],
      };
      asked.push(one);
      const given = queue.shift() ?? always ?? usual(one);
      if (given === 'hang') return;
      response.writeHead(given.status, { 'content-type': 'application/json', ...given.headers });
      response.end(given.text ?? JSON.stringify(given.body ?? {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    next: (...given) => queue.push(...given),
    always(given) {
      always = given;
    },
    get mostAtOnce() {
      return mostAtOnce;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
