import type { OffenceCategory } from '../vocabulary';

export interface Offence {
  category: OffenceCategory;
  homeOfficeCode?: string | undefined;
  cjsCode?: string | undefined;
}
