// What wakes somebody. Each rule reads the log that requests and log lines end in; the names and texts it looks for are the app's own
// (tests/Infra compares them with its source).

@description('Name that the rules\' names begin with.')
param name string

@description('Azure region.')
param location string

@description('Resource id of the Log Analytics workspace.')
param workspaceId string

@description('Who gets the mails: a shared mailbox rather than a person.')
param emails string[]

@description('How many answers of 500 and above within a quarter of an hour are too many.')
@minValue(0)
param serverErrorThreshold int

@description('How many refusals, 401 or 403, within a quarter of an hour are too many. Power BI begins each sign-in with one 401.')
@minValue(0)
param refusalThreshold int

@description('Tags on every resource.')
param tags object

resource actions 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: name
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'hsvo'
    emailReceivers: [for (email, i) in emails: {
      name: 'mail-${i}'
      emailAddress: email
      useCommonAlertSchema: true
    }]
  }
}

var rules = [
  {
    name: 'timer-failed'
    displayName: 'A timer failed'
    description: 'Look up the run in AppExceptions; the hourly one tries again by itself, and POST /admin/functions/{name} runs one at once.'
    severity: 1
    query: 'AppRequests | where Name in ("CompileMeetingPapers", "ForgetLeftovers") and Success == false'
    window: 'PT15M'
    every: 'PT15M'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'timer-silent'
    displayName: 'No paper run for three hours'
    description: 'The hourly timer has not succeeded: the paper ahead of a samråd may not be compiled or sealed.'
    severity: 1
    query: 'AppRequests | where Name == "CompileMeetingPapers" and Success == true'
    window: 'PT3H'
    every: 'PT1H'
    operator: 'LessThan'
    threshold: 1
  }
  {
    name: 'server-errors'
    displayName: 'Requests fail'
    description: '503 is storage that does not answer, 500 a fault in the app: its log line has the RequestId that the caller was given.'
    severity: 1
    query: 'AppRequests | where toint(ResultCode) between (500 .. 599)'
    window: 'PT15M'
    every: 'PT5M'
    operator: 'GreaterThan'
    threshold: serverErrorThreshold
  }
  {
    name: 'refusals'
    displayName: 'Many requests are refused'
    description: 'Somebody tries without the right, or a system\'s role or secret has gone: see which function and what code.'
    severity: 2
    query: 'AppRequests | where ResultCode in ("401", "403")'
    window: 'PT15M'
    every: 'PT15M'
    operator: 'GreaterThan'
    threshold: refusalThreshold
  }
  {
    name: 'no-meeting-dated'
    displayName: 'No samråd is dated'
    description: 'The next ordinary samråd has no date, so nothing in its rounds is due: PUT /hsvo/v1/meetings/{id}.'
    severity: 2
    query: 'AppTraces | where Message startswith "No samråd is dated"'
    window: 'P1D'
    every: 'PT6H'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'notice-given-up'
    displayName: 'A notice did not get there'
    description: 'A receiver took nothing for days: GET /hsvo/v1/notices says which and why. Its address or key in the settings may be out of date.'
    severity: 2
    query: 'AppTraces | where Message startswith "Gave up the notice" or Message startswith "Notices couldn"'
    window: 'PT1H'
    every: 'PT1H'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'log-full'
    displayName: 'The day\'s log quota is used up'
    description: 'Until tomorrow no other rule sees anything. What fills the log? Else raise logDailyQuotaGb.'
    severity: 2
    query: '_LogOperation | where Category == "Ingestion" and Detail contains "OverQuota"'
    window: 'PT1H'
    every: 'PT1H'
    operator: 'GreaterThan'
    threshold: 0
  }
]

resource alerts 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = [for rule in rules: {
  name: '${name}-${rule.name}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: rule.displayName
    description: rule.description
    severity: rule.severity
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: rule.every
    windowSize: rule.window
    criteria: {
      allOf: [
        {
          query: rule.query
          timeAggregation: 'Count'
          operator: rule.operator
          threshold: rule.threshold
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: [actions.id]
    }
    autoMitigate: true
    // A new workspace has no row of some of these yet.
    skipQueryValidation: true
  }
}]

@description('Resource id of the action group, for others to tell the same people.')
output actionGroupId string = actions.id
