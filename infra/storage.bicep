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

resource blobContainers 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = [for container in containers: {
  parent: blobs
  name: container
  properties: {
    publicAccess: 'None'
  }
}]

@description('Name of the account.')
output name string = account.name

@description('Address of its blobs, with a slash at the end.')
output blobServiceUri string = account.properties.primaryEndpoints.blob

@description('Address of its tables, with a slash at the end.')
output tableServiceUri string = account.properties.primaryEndpoints.table
