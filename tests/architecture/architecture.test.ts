import { createRequire } from 'node:module';
import { cruise, type ICruiseOptions } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { describe, expect, it } from 'vitest';

const rules = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
  forbidden: NonNullable<NonNullable<ICruiseOptions['ruleSet']>['forbidden']>;
  options: ICruiseOptions;
};

describe('the architecture', () => {
  it('is kept: nobody imports what they may not', async () => {
    const { output } = await cruise(
      ['src'],
      { ...rules.options, validate: true, ruleSet: { forbidden: rules.forbidden } },
      undefined,
      { tsConfig: extractTSConfig('tsconfig.json') },
    );
    if (typeof output === 'string') throw new Error('a report was expected');
    // With another compiler than it knows, the cruiser sees nothing and finds nothing wrong.
    expect(output.summary.totalCruised).toBeGreaterThan(250);
    expect(output.summary.totalDependenciesCruised).toBeGreaterThan(900);
    expect(
      output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
    ).toEqual([]);
  });
});
