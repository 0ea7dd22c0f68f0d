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
    ['REGION', '永川'],
    ['EXAMPLES', 'maybe'],
  ])('name %s when it cannot be %s, and say what it must be', (name, value) => {
    expect(() => readConfig({ [name]: value }, '/srv')).toThrow(
      new RegExp(`^${name}=${value} cannot be used: it must be .+\\.$`),
    );
  });
});
