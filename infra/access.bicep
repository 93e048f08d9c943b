// What each identity may do with the data, and nothing more. Every assignment says why in the comment above it.

@description('Principal id of the app\'s managed identity.')
param principalId string

@description('The account of the Functions host.')
param hostAccountName string

@description('The account of the reports and papers.')
param dataAccountName string

@description('The container of the papers.')
param papersContainerName string

@description('Name of Application Insights.')
param applicationInsightsName string

@description('Object id of the Entra ID group that takes backups; empty gives the right to nobody.')
param backupGroupId string

@description('The vault that settings refer to; empty for none.')
param keyVaultName string

// Built-in roles have the same id in every tenant.
var storageBlobDataOwner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
var storageBlobDataContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
var storageBlobDataReader = '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1'
var storageTableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
var storageTableDataReader = '76199698-9eea-4c19-bc75-cec21354c6b6'
var monitoringMetricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'
var keyVaultSecretsUser = '4633458b-17de-408a-b874-0445c86b69e6'

resource hostAccount 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: hostAccountName
}

resource dataAccount 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: dataAccountName
}

resource dataBlobs 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' existing = {
  parent: dataAccount
  name: 'default'
}

resource papers 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' existing = {
  parent: dataBlobs
  name: papersContainerName
}

resource applicationInsights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: applicationInsightsName
}

// Owner, since the host keeps its package, keys, locks and timer schedules in containers that it makes itself, and asks for that role.
// The account holds nothing else.
resource ownsHostBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(hostAccount.id, principalId, storageBlobDataOwner)
  scope: hostAccount
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageBlobDataOwner)
  }
}

// Writes reports, plans and meetings. The whole account's tables, since the app makes its tables on first use; drafts and old receipts are removed.
resource writesReports 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(dataAccount.id, principalId, storageTableDataContributor)
  scope: dataAccount
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageTableDataContributor)
  }
}

// Writes papers, in their container alone. The role may also remove them; what stops that is the container's immutability.
resource writesPapers 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(papers.id, principalId, storageBlobDataContributor)
  scope: papers
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageBlobDataContributor)
  }
}

// Sends telemetry: Application Insights takes it from identities only. Gives no right to read it.
resource sendsTelemetry 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(applicationInsights.id, principalId, monitoringMetricsPublisher)
  scope: applicationInsights
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', monitoringMetricsPublisher)
  }
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = if (!empty(keyVaultName)) {
  name: keyVaultName
}

// Reads the secrets that settings refer to: receivers' addresses and keys. Every secret of the vault, so it should hold no others.
resource readsSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(keyVaultName)) {
  name: guid(vault.id, principalId, keyVaultSecretsUser)
  scope: vault
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', keyVaultSecretsUser)
  }
}

// Reads all tables for the backup (infra/backup.mjs). It reads small numbers too: a group of few.
resource readsTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(backupGroupId)) {
  name: guid(dataAccount.id, backupGroupId, storageTableDataReader)
  scope: dataAccount
  properties: {
    principalId: backupGroupId
    principalType: 'Group'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageTableDataReader)
  }
}

// Reads all papers for the backup.
resource readsPapers 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(backupGroupId)) {
  name: guid(dataAccount.id, backupGroupId, storageBlobDataReader)
  scope: dataAccount
  properties: {
    principalId: backupGroupId
    principalType: 'Group'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageBlobDataReader)
  }
}
