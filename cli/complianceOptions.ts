import { InvalidArgumentError, type Command } from 'commander';

/** What both commands ask for: which duties, and where the service is. */
export interface ComplianceOptions {
  readonly from: string;
  readonly to: string;
  readonly by: string;
  readonly team?: string;
  readonly force: string;
  readonly url?: string;
  readonly token?: string;
}

const day = (value: string): string => {
  const at = Date.parse(`${value}T00:00:00Z`);
  if (!Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === value) return value;
  throw new InvalidArgumentError('It must be a day such as 2026-11-22.');
};

export function withComplianceOptions(command: Command): Command {
  return command
    .requiredOption('--from <day>', 'the first day, in London', day)
    .requiredOption('--to <day>', 'the last day, itself included', day)
    .option('--by <names>', 'what to group by: basis,right,tier,team,dutyHolder,month, any of them', 'basis')
    .option('--team <team>', 'only the cases of one team')
    .option('--force <force>', 'the police force whose supervisor asks', 'hertfordshire')
    .option('--url <url>', 'address of the service (default: where DATA_DIR says it runs)')
    .option('--token <token>', 'bearer token, also VICTIM_CASE_TOKEN (default: signed by the key in DATA_DIR)');
}

/** The path of the report, below `/api/v1`. */
export function compliancePath({ from, to, by, team }: ComplianceOptions, restricted?: 'ifNamed'): string {
  const narrowed = { ...(team ? { team } : {}), ...(restricted ? { restricted } : {}) };
  return `/compliance?${new URLSearchParams({ from, to, by, ...narrowed }).toString()}`;
}
