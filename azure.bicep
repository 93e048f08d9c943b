// Everything that one environment of Hsvo needs in Azure, in one resource group. No secrets: every connection is a managed identity's.
// infra/README.md says how it is deployed, and what of it is proven.
targetScope = 'resourceGroup'

@description('Which environment this is; part of the names that people read.')
@allowed(['test', 'prod'])
param environmentName string

@description('Azure region of every resource. It must offer Flex Consumption; Sweden Central does.')
param location string = resourceGroup().location

@description('The Entra ID tenant whose tokens the API accepts.')
@minLength(36)
@maxLength(36)
param tenantId string

@description('Application (client) id of the app registration that stands for the API in that tenant.')
@minLength(36)
@maxLength(36)
param apiClientId string

@description('Address that clients reach the app by, https and absolute, when it is not the host name of the app; else empty.')
param publicBaseAddress string = ''

@description('Who reports for which unit: the object id of a user or a business system, to the unit\'s id.')
param reporters object = {}

@description('The most instances that Flex Consumption may run at once: the ceiling of the bill.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Memory of each instance, in MB.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('Redundancy of the account that holds the reports and papers.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GZRS'])
param dataRedundancy string = 'Standard_ZRS'

@description('How many days a deleted paper can be brought back.')
@minValue(1)
@maxValue(365)
param paperRecoveryDays int = 30

@description('How many days logs are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

@description('The most log data taken in a day, in GB; what comes after is dropped until the next day.')
@minValue(1)
param logDailyQuotaGb int = 1

@description('Tags on every resource, for the bill.')
param tags object = {}

var allTags = union(tags, { application: 'hsvo', environment: environmentName })
var suffix = uniqueString(resourceGroup().id, environmentName)
var appName = 'hsvo-${environmentName}-${suffix}'
var packageContainerName = 'app-package'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: appName
  location: location
  tags: allTags
}

module monitoring 'infra/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    name: appName
    location: location
    retentionDays: logRetentionDays
    dailyQuotaGb: logDailyQuotaGb
    tags: allTags
  }
}

// Two accounts: the host must own every blob of its account, and gets no further than its own.
module hostStorage 'infra/storage.bicep' = {
  name: 'host-storage'
  params: {
    name: 'hsvohost${suffix}'
    location: location
    redundancy: 'Standard_LRS'
    recoveryDays: 7
    keepsVersions: false
    containers: [packageContainerName]
    tags: allTags
  }
}

module dataStorage 'infra/storage.bicep' = {
  name: 'data-storage'
  params: {
    name: 'hsvodata${suffix}'
    location: location
    redundancy: dataRedundancy
    recoveryDays: paperRecoveryDays
    keepsVersions: true
    containers: []
    tags: allTags
  }
}

module access 'infra/access.bicep' = {
  name: 'access'
  params: {
    principalId: identity.properties.principalId
    hostAccountName: hostStorage.outputs.name
    dataAccountName: dataStorage.outputs.name
    applicationInsightsName: monitoring.outputs.applicationInsightsName
  }
}

module app 'infra/app.bicep' = {
  name: 'app'
  // The first start reads its package and its locks with these rights.
  dependsOn: [access]
  params: {
    name: appName
    location: location
    identityId: identity.id
    identityClientId: identity.properties.clientId
    hostAccountName: hostStorage.outputs.name
    packageContainerUri: '${hostStorage.outputs.blobServiceUri}${packageContainerName}'
    tableServiceUri: dataStorage.outputs.tableServiceUri
    blobServiceUri: dataStorage.outputs.blobServiceUri
    applicationInsightsName: monitoring.outputs.applicationInsightsName
    tenantId: tenantId
    apiClientId: apiClientId
    publicBaseAddress: publicBaseAddress
    reporters: reporters
    maximumInstanceCount: maximumInstanceCount
    instanceMemoryMB: instanceMemoryMB
    tags: allTags
  }
}

@description('Name of the function app, to publish to.')
output functionAppName string = app.outputs.name

@description('Where the API answers.')
output address string = 'https://${app.outputs.hostName}/'

@description('The account that holds the reports and papers.')
output dataAccountName string = dataStorage.outputs.name
