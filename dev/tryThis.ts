const report = {
  source: 'policeRecords',
  sourceReference: 'EXAMPLE-0001',
  crimeReference: '41/100001/26',
  occurredAt: '2026-11-21T22:30:00+00:00',
  reportedAt: '2026-11-22T08:10:00+00:00',
  receivedAt: '2026-11-22T08:15:00+00:00',
  offence: { category: 'burglary', title: 'Burglary in a dwelling' },
  investigatingForce: 'hertfordshire',
  owningTeam: 'north-victim-care',
  people: [
    {
      role: 'victim',
      name: 'Alex Example',
      contactPoints: [{ kind: 'phone', value: '07700 900123', isSafe: true }],
      preferredChannel: 'phone',
    },
  ],
};

/** Lines to paste into a shell in this folder, one after the other; the second start of the same report starts no case. */
export function tryThis(apiUrl: string, dataDirSetting: string): string {
  const token = (role: string): string =>
    `-H "authorization: Bearer $(${dataDirSetting}npm run --silent token -- --role ${role})"`;
  const json = `-H 'content-type: application/json'`;
  return [
    `API=${apiUrl}/api/v1`,
    `# report a crime: its victim's case starts by itself`,
    `curl -s $API/crime-reports ${token('reporting-system')} ${json} -d '${JSON.stringify(report)}'`,
    `# what the team has to do now`,
    `curl -s "$API/tasks?team=north-victim-care" ${token('victim-care-officer')}`,
    `# complete a task and look at its case: put in an id and a caseId of that list`,
    `curl -s $API/tasks/TASK/completion ${token('victim-care-officer')} ${json} -d '{"outcome":"reached"}'`,
    `curl -s $API/cases/CASE ${token('supervisor')}`,
  ].join('\n');
}
