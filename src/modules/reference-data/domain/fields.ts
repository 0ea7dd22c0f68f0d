import fieldData from '../data/fields.json' with { type: 'json' };

export interface TechnologyField {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
}

/** A list of technology fields that a policy defines, with the document it comes from. */
export interface FieldScheme {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly source: { readonly title: string; readonly number: string };
  readonly fields: readonly TechnologyField[];
}

export const fieldSchemes: readonly FieldScheme[] = fieldData.schemes;

const fieldByCode = new Map(
  fieldSchemes.flatMap((scheme) => scheme.fields.map((field) => [field.code, field])),
);

export function findField(code: string): TechnologyField | undefined {
  return fieldByCode.get(code);
}
