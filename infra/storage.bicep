// A storage account that only identities get into: no keys, no anonymous reading, nothing older than TLS 1.2.

@description('Name of the account, unique in all of Azure.')
@minLength(3)
@maxLength(24)
param name string

@description('Azure region.')
param location string

@description('Redundancy of the account.')
param redundancy string

@description('How many days a deleted blob or container can be brought back.')
param recoveryDays int

@description('Whether overwritten blobs are kept as versions.')
param keepsVersions bool

@description('Containers to make.')
param containers string[]

@description('How many days nothing in the containers can be changed or removed by anyone; 0 sets no such policy and leaves one that is there.')
@minValue(0)
@maxValue(146000)
param immutabilityDays int

@description('Whether the account answers on private endpoints alone.')
param isPrivate bool

@description('Whether the account is locked against removal.')
param isLocked bool

@description('Whether each write and removal is logged.')
param logsWrites bool

@description('Name of the Log Analytics workspace that it is logged in.')
param workspaceName string

@description('Tags on every resource.')
param tags object

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: redundancy
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    networkAcls: {
      bypass: 'None'
      defaultAction: isPrivate ? 'Deny' : 'Allow'
    }
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
    supportsHttpsTrafficOnly: true
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: keepsVersions
    deleteRetentionPolicy: {
      enabled: true
      days: recoveryDays
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: recoveryDays
    }
  }
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices@2023-05-01' = {
  parent: account
  name: 'default'
}

resource blobContainers 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = [for container in containers: {
  parent: blobs
  name: container
  properties: {
    publicAccess: 'None'
  }
}]

// Unlocked: the office can still lift it. infra/README.md says how it is locked, for good.
resource immutability 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2023-05-01' = [for (container, i) in containers: if (immutabilityDays > 0) {
  parent: blobContainers[i]
  name: 'default'
  properties: {
    allowProtectedAppendWrites: false
    immutabilityPeriodSinceCreationInDays: immutabilityDays
  }
}]

// Whoever removes the account removes every answer: the lock has to be taken off first.
resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (isLocked) {
  scope: account
  name: 'keeps-the-answers'
  properties: {
    level: 'CanNotDelete'
    notes: 'Reports and papers are public records.'
  }
}

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: workspaceName
}

// Who wrote and removed, be it past the app.
resource blobDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = if (logsWrites) {
  scope: blobs
  name: 'writes'
  properties: {
    workspaceId: workspace.id
    logs: [
      { category: 'StorageWrite', enabled: true }
      { category: 'StorageDelete', enabled: true }
    ]
  }
}

resource tableDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = if (logsWrites) {
  scope: tables
  name: 'writes'
  properties: {
    workspaceId: workspace.id
    logs: [
      { category: 'StorageWrite', enabled: true }
      { category: 'StorageDelete', enabled: true }
    ]
  }
}

@description('Name of the account.')
output name string = account.name

@description('Resource id of the account.')
output id string = account.id

@description('Address of its blobs, with a slash at the end.')
output blobServiceUri string = account.properties.primaryEndpoints.blob

@description('Address of its tables, with a slash at the end.')
output tableServiceUri string = account.properties.primaryEndpoints.table
