export { findRegion, regionLabel } from './domain/regions.ts';
export { parseRegionName } from './domain/region-names.ts';
export { findIndustry, industryLabel } from './domain/industries.ts';
