import { implement } from '@orpc/server';
import { allow, always } from '../../../kernel/policy.ts';
import type { ApiContext } from '../../../platform/http/request.ts';
import type { Manifest, Platform } from '../../../platform/platform.ts';
import { referenceDataContract } from '../contract.ts';
import { fieldSchemes } from '../domain/fields.ts';
import { industryLabel, searchIndustries } from '../domain/industries.ts';
import { regionLabel, searchRegions } from '../domain/regions.ts';

export const referenceDataManifest: Manifest = {
  name: 'reference-data',
  rules: [allow('reference.read').to('visitor').when(always)],
  messages: { 'zh-CN': {}, en: {} },
};

export function createReferenceDataRouter({ guard }: Platform) {
  const os = implement(referenceDataContract).$context<ApiContext>();
  return {
    searchRegions: os.searchRegions.handler(({ context, input }) => {
      guard.require(context.request.actor, 'reference.read');
      return searchRegions(input.q, input.limit).map(({ code, name }) => ({
        code,
        name,
        path: regionLabel(code, context.language),
      }));
    }),
    searchIndustries: os.searchIndustries.handler(({ context, input }) => {
      guard.require(context.request.actor, 'reference.read');
      return searchIndustries(input.q, input.limit).map(({ code, name }) => ({
        code,
        name,
        path: industryLabel(code, context.language),
      }));
    }),
    listFields: os.listFields.handler(({ context }) => {
      guard.require(context.request.actor, 'reference.read');
      const english = context.language === 'en';
      return fieldSchemes.map((scheme) => ({
        scheme: english ? scheme.nameEn : scheme.name,
        source: `${scheme.source.title} ${scheme.source.number}`.trim(),
        items: scheme.fields.map((field) => ({
          code: field.code,
          name: english ? field.nameEn : field.name,
        })),
      }));
    }),
  };
}
