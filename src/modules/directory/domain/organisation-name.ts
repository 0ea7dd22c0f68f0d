const forms =
  /(股份有限公司|有限责任公司|集团有限公司|有限公司|合伙企业|集团|公司|总厂|分公司)|[（(][^）)]*[）)]|[\s·,，.。]/gu;
const places = /^(重庆市|重庆|[一-龥]{2,4}?(省|市|区|县))+/u;

/**
 * What is left of a name without its place and its legal form: 重庆市凌丰机械有限公司 → 凌丰机械. Two
 * names with the same stem may well mean the same organisation; nothing is decided by it.
 */
export function nameStem(name: string): string {
  const plain = name.normalize('NFKC').replaceAll(forms, '');
  const stem = plain.replace(places, '');
  return stem.length >= 2 ? stem : plain;
}

/** Other names without blanks and doubles, and without the name itself. */
export function otherNames(names: readonly string[], name: string): string[] {
  const plain = names.map((each) => each.normalize('NFKC').trim()).filter(Boolean);
  return [...new Set(plain)].filter((each) => each !== name);
}

/** Names it had before, once it gets another one: the old name is kept, the new one is none of them. */
export function formerNamesAfter(
  before: { name: string; formerNames: readonly string[] },
  name: string,
  stated: readonly string[],
): string[] {
  const renamed = before.name === name ? [] : [before.name];
  return otherNames([...stated, ...renamed], name);
}
