import { groupName } from './groupName';
import type { ComplianceFiguresSaid } from './said';
import type { Recounted } from './recount';
import { Sum, type Row } from './sums';

const londonDate = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });
const londonDayOf = (at: string): string => londonDate.format(new Date(at)).slice(0, 10);

/** Adds up recounted duties into the rows that the report has. */
export class Rows {
  private readonly sums = new Map<string, Sum>();

  constructor(
    private readonly asked: Pick<ComplianceFiguresSaid, 'from' | 'to' | 'by' | 'areas'>,
    private readonly areasOf = areasByObligation(asked.areas)
  ) {}

  add(duty: Recounted, team: string): void {
    const on = londonDayOf(duty.dueBy ?? duty.from);
    if (duty.rule.isWindow || on < this.asked.from || on > this.asked.to) return;
    const shared: Readonly<Record<string, string | number | null>> = {
      basis: duty.basis,
      right: duty.rule.right,
      tier: duty.tier,
      dutyHolder: duty.rule.dutyHolder,
      team,
      month: on.slice(0, 7),
    };
    this.to('total', duty);
    this.to(groupName(this.asked.by, shared), duty);
    for (const area of this.areasOf.get(duty.obligation) ?? []) {
      this.to(`area ${area}`, duty);
      this.to(`area ${area} basis=${duty.basis}`, duty);
    }
  }

  rows(): Map<string, Row> {
    return new Map([...this.sums].map(([name, sum]) => [name, sum.row()]));
  }

  private to(name: string, duty: Recounted): void {
    const sum = this.sums.get(name) ?? new Sum();
    this.sums.set(name, sum);
    sum.add(duty);
  }
}

function areasByObligation(areas: ComplianceFiguresSaid['areas']): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { area, obligations } of areas) {
    for (const id of obligations) found.set(id, [...(found.get(id) ?? []), area]);
  }
  return found;
}
