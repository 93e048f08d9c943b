// Where logs and metrics go. Only identities with the right to publish may send them: the instrumentation key alone opens nothing.

@description('Name of the workspace and of Application Insights.')
param name string

@description('Azure region.')
param location string

@description('How many days logs are kept.')
param retentionDays int

@description('The most log data taken in a day, in GB.')
param dailyQuotaGb int

@description('Tags on every resource.')
param tags object

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: retentionDays
    features: {
      disableLocalAuth: true
    }
    workspaceCapping: {
      dailyQuotaGb: dailyQuotaGb
    }
  }
}

resource applicationInsights 'Microsoft.Insights/components@2020-02-02' = {
  name: name
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableLocalAuth: true
  }
}

@description('Name of Application Insights.')
output applicationInsightsName string = applicationInsights.name

@description('Name of the workspace.')
output workspaceName string = workspace.name

@description('Resource id of the workspace.')
output workspaceId string = workspace.id
