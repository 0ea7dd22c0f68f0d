export {
  closeness,
  findRegion,
  getRegion,
  regionLabel,
  regionLevel,
  regionPath,
  regions,
  regionSource,
  sameCity,
  searchRegions,
  type Closeness,
  type Region,
  type RegionLevel,
} from './domain/regions.ts';
export { parseRegionName } from './domain/region-names.ts';
export {
  findIndustry,
  getIndustry,
  industries,
  industryCloseness,
  industryLabel,
  industryPath,
  industrySource,
  searchIndustries,
  type Industry,
  type IndustryCloseness,
} from './domain/industries.ts';
export {
  fieldSchemes,
  findField,
  type FieldScheme,
  type TechnologyField,
} from './domain/fields.ts';
