import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

describe('the settings', () => {
  it('have defaults under which everything runs on one machine', () => {
    expect(readConfig({}, '/srv/rongtong')).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      dataDir: '/srv/rongtong/data',
      databaseUrl: null,
      retrievalUri: '/srv/rongtong/data/index',
      publicUrl: 'http://127.0.0.1:3000',
      region: '500118',
      examples: true,
    });
  });

  it('take an empty value as not given', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' }, '/srv')).toMatchObject({
      port: 3000,
      databaseUrl: null,
    });
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', '3000x'],
    ['HOST', 'two words'],
    ['DATABASE_URL', 'http://example.org'],
    ['PUBLIC_URL', 'example.org'],
    ['AUTH_SECRET', 'short'],
    ['EMBEDDINGS_URL', 'ftp://example.org'],
    ['RERANKER_URL', 'https://name:word@example.org'],
    ['REGION', '永川'],
    ['EXAMPLES', 'maybe'],
  ])('name %s when it cannot be %s, and say what it must be', (name, value) => {
    expect(() => readConfig({ [name]: value }, '/srv')).toThrow(
      new RegExp(`^${name}=${value} cannot be used: it must be .+\\.$`),
    );
  });

  it('name the address and the model of a server that come together', () => {
    const both = { EMBEDDINGS_URL: 'https://models.example.org/v1', EMBEDDINGS_MODEL: 'bge-m3' };
    expect(readConfig({}, '/srv')).toMatchObject({ embeddings: null, reranker: null });
    expect(readConfig(both, '/srv')).toMatchObject({
      embeddings: { url: 'https://models.example.org/v1', model: 'bge-m3', apiKey: null },
      reranker: null,
    });
    expect(() => readConfig({ EMBEDDINGS_URL: both.EMBEDDINGS_URL }, '/srv')).toThrow(
      /^EMBEDDINGS_MODEL is not set: it must be .+ to do without\.$/,
    );
    expect(() => readConfig({ RERANKER_API_KEY: 'key' }, '/srv')).toThrow(/^RERANKER_URL is not/);
  });

  it('never repeat a key', () => {
    expect(() => readConfig({ EMBEDDINGS_API_KEY: 'secret key' }, '/srv')).toThrow(
      /^EMBEDDINGS_API_KEY=… cannot be used/,
    );
  });
});
