export { findField } from './domain/fields.ts';
export { findRegion, regionLabel } from './domain/regions.ts';
export { parseRegionName } from './domain/region-names.ts';
export { findIndustry, findNamedIndustry, industryLabel } from './domain/industries.ts';
