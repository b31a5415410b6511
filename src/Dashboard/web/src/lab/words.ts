import { knows, t } from '../i18n/i18n';

const families = {
  block: (code: string) => `lab.block.${code}`,
  constraint: (code: string) => `lab.constraint.${code}`,
  criterion: (code: string) => `lab.criterion.${code}`,
  formulaOf: (code: string) => `lab.formulaOf.${code}`,
  gate: (code: string) => `lab.gateOf.${code}`,
  level: (code: string) => `lab.level.${code}`,
  reason: (code: string) => `lab.reason.${code}`,
  swot: (code: string) => `lab.swotOf.${code}`,
  term: (code: string) => `lab.term.${code}`,
};

/** The word for a code of the server's; the code itself, or what is given instead, where the catalogue has none. */
export function word(family: keyof typeof families, code: string, otherwise = code): string {
  const key = families[family](code);
  return knows(key) ? t(key) : otherwise;
}
