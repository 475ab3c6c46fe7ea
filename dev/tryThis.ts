const hourMs = 60 * 60 * 1000;

/** A report that has just come in, under a reference of its own. Instants in UTC. */
function exampleReport(now: Date) {
  const hoursAgo = (hours: number): string => new Date(now.getTime() - hours * hourMs).toISOString();
  return {
    source: 'policeRecordsSystem',
    sourceReference: `try-this-${now.toISOString().slice(0, 19).replace(/\D/g, '')}`,
    occurredAt: hoursAgo(10),
    reportedAt: hoursAgo(2),
    receivedAt: hoursAgo(1),
    offence: { category: 'burglary', title: 'Burglary of a dwelling' },
    investigatingForce: 'hertfordshire',
    owningTeam: 'north-victim-care',
    people: [
      {
        role: 'victim',
        name: 'Alex Example',
        contactPoints: [{ channel: 'phone', value: '07700 900123', safe: 'yes', preferred: true }],
      },
    ],
  };
}

/**
 * Lines for a shell in the folder of this repository, each after the one before. `setting` goes before every token
 * command, for a service that does not run on the default data folder.
 */
export function tryThis(apiUrl: string, setting = '', now = new Date()): string {
  const bearer = (role: string): string =>
    `"authorization: Bearer $(${setting}npm run --silent token -- --role ${role})"`;
  return `API=${apiUrl}/api/v1
JSON='content-type: application/json'
REPORTER=${bearer('reporting-system')}
OFFICER=${bearer('victim-care-officer')}
pick() { node -pe "JSON.parse(require('fs').readFileSync(0)).$1"; }
show() { node -pe "JSON.stringify(JSON.parse(require('fs').readFileSync(0)), null, 2)"; }

# A crime is reported, and its victim's case starts by itself
CASE=$(curl -s $API/crime-reports -H "$REPORTER" -H "$JSON" -d '${JSON.stringify(exampleReport(now))}' | pick 'cases[0].caseId')
curl -s $API/cases/$CASE -H "$OFFICER" | show

# What the team has to do, soonest first
curl -s "$API/tasks?team=north-victim-care" -H "$OFFICER" | show

# The officer reaches the victim: that task is gone from the list, the others wait
TASK=$(curl -s "$API/tasks?caseId=$CASE&kind=makeFirstContact" -H "$OFFICER" | pick 'items[0].taskId')
curl -s $API/tasks/$TASK/completion -H "$OFFICER" -H "$JSON" -d '{"outcome":{"kind":"contactMade","channel":"phone","with":"victim"}}' | show
curl -s "$API/tasks?caseId=$CASE" -H "$OFFICER" | show`;
}
