// Everything that one environment of Hsvo needs in Azure, in one resource group. No secrets: every connection is a managed identity's.
// infra/README.md says how it is deployed, and what of it is proven.
targetScope = 'resourceGroup'

@description('Which environment this is; part of the names that people read.')
@allowed(['test', 'prod'])
param environmentName string

@description('Azure region of every resource. It must offer Flex Consumption; Sweden Central does.')
param location string = resourceGroup().location

@description('Id of the area (samverkansområde) that is served.')
param area string = 'uppsala'

@description('The home tenant in Entra ID: its people and systems may have every role, and its administrators hand out those that run the app.')
@minLength(36)
@maxLength(36)
param tenantId string

@description('Other tenants whose people and systems may read and report, as the other huvudman\'s; empty when all sign in to the home tenant.')
param allowedTenants string[] = []

@description('Application (client) id of the app registration that stands for the API in that tenant.')
@minLength(36)
@maxLength(36)
param apiClientId string

@description('Who reports for which unit: the object id of a user, a group or a business system\'s service principal, to the unit\'s id; of another tenant, the tenant before it, \'tenant/object id\'.')
param reporters object = {}

@description('Whether anyone may see the status page, without signing in.')
param openStatusPage bool = false

@description('Whether anyone may subscribe to the calendar of meetings and due dates, without signing in; so it is too where the status page is open.')
param openCalendar bool = false

@description('Whether the catalogue of open data and its files are open to anyone: the published edition, under the licence that is set.')
param openData bool = false

@description('Name of the Key Vault in this resource group that settings refer to, as receivers of notices have addresses and keys there; empty for none.')
param keyVaultName string = ''

@description('Settings of the app beyond these, name to value, such as limits and receivers of notices. No secret: a Key Vault reference in its place.')
param furtherSettings object = {}

@description('Name of its own that the app is reached by, without https; empty for the host name that Azure gives. Power BI\'s organizational sign-in needs it.')
param customDomain string = ''

@description('Thumbprint of the certificate in force for the custom domain; empty before there is one.')
param certificateThumbprint string = ''

@description('Address that clients reach the app by, https and absolute, when it is neither of those, as behind a gateway; else empty.')
param publicBaseAddress string = ''

@description('How many instances are always ready for HTTP, paid for by the hour; 0 lets the first request after a pause wait for a start.')
@minValue(0)
@maxValue(20)
param alwaysReadyInstances int = 0

@description('The most instances that Flex Consumption may run at once: the ceiling of the bill. Flex Consumption took no lower number than 40 when it was new.')
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

@description('How many days no paper can be changed or removed by anyone, from when it was made; 0 sets no such policy and leaves one that is there, locked or not.')
@minValue(0)
@maxValue(146000)
param paperImmutabilityDays int = 0

@description('Whether the account that holds the reports and papers is locked against removal.')
param locksData bool = true

@description('Whether storage answers on private endpoints alone, in a network of its own.')
param usesPrivateEndpoints bool = false

@description('Addresses of that network.')
param networkAddressPrefix string = '10.60.0.0/24'

@description('Object id of the Entra ID group that takes backups; empty gives the right to nobody.')
param backupGroupId string = ''

@description('The GitHub repository whose workflow deploys the app, owner/name; empty for none.')
param deployRepository string = ''

@description('Who gets alerts by mail: shared mailboxes rather than persons.')
param alertEmails string[]

@description('How many answers of 500 and above within a quarter of an hour raise an alert.')
@minValue(0)
param serverErrorThreshold int = 5

@description('How many refusals, 401 or 403, within a quarter of an hour raise an alert.')
@minValue(0)
param refusalThreshold int = 100

@description('The month\'s budget, in the subscription\'s currency.')
@minValue(1)
param monthlyBudget int

@description('The first day of the month in which the budget is first deployed, yyyy-MM-dd. It can\'t be changed afterwards.')
@minLength(10)
@maxLength(10)
param budgetStart string

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
var papersContainerName = 'papers'
var domainAddress = empty(customDomain) ? '' : 'https://${customDomain}'

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
    immutabilityDays: 0
    isPrivate: usesPrivateEndpoints
    isLocked: false
    // The host renews its locks all day.
    logsWrites: false
    workspaceName: monitoring.outputs.workspaceName
    tags: allTags
  }
}

// Papers are written once, each under a name of its own, preliminary ones too: so the whole container can be immutable.
module dataStorage 'infra/storage.bicep' = {
  name: 'data-storage'
  params: {
    name: 'hsvodata${suffix}'
    location: location
    redundancy: dataRedundancy
    recoveryDays: paperRecoveryDays
    keepsVersions: true
    containers: [papersContainerName]
    immutabilityDays: paperImmutabilityDays
    isPrivate: usesPrivateEndpoints
    isLocked: locksData
    logsWrites: true
    workspaceName: monitoring.outputs.workspaceName
    tags: allTags
  }
}

module network 'infra/network.bicep' = if (usesPrivateEndpoints) {
  name: 'network'
  params: {
    name: appName
    location: location
    addressPrefix: networkAddressPrefix
    endpoints: [
      { name: 'host-blob', accountId: hostStorage.outputs.id, service: 'blob' }
      { name: 'data-blob', accountId: dataStorage.outputs.id, service: 'blob' }
      { name: 'data-table', accountId: dataStorage.outputs.id, service: 'table' }
    ]
    tags: allTags
  }
}

module access 'infra/access.bicep' = {
  name: 'access'
  params: {
    principalId: identity.properties.principalId
    hostAccountName: hostStorage.outputs.name
    dataAccountName: dataStorage.outputs.name
    papersContainerName: papersContainerName
    applicationInsightsName: monitoring.outputs.applicationInsightsName
    backupGroupId: backupGroupId
    keyVaultName: keyVaultName
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
    workspaceName: monitoring.outputs.workspaceName
    subnetId: usesPrivateEndpoints ? network!.outputs.appSubnetId : ''
    tenantId: tenantId
    allowedTenants: allowedTenants
    apiClientId: apiClientId
    publicBaseAddress: empty(publicBaseAddress) ? domainAddress : publicBaseAddress
    area: area
    reporters: reporters
    openStatusPage: openStatusPage
    openCalendar: openCalendar
    openData: openData
    furtherSettings: furtherSettings
    alwaysReadyInstances: alwaysReadyInstances
    maximumInstanceCount: maximumInstanceCount
    instanceMemoryMB: instanceMemoryMB
    tags: allTags
  }
}

module domain 'infra/domain.bicep' = if (!empty(customDomain)) {
  name: 'domain'
  params: {
    appName: app.outputs.name
    customDomain: customDomain
    certificateThumbprint: certificateThumbprint
  }
}

module deployer 'infra/deployer.bicep' = if (!empty(deployRepository)) {
  name: 'deployer'
  params: {
    name: '${appName}-deployer'
    location: location
    repository: deployRepository
    gitHubEnvironment: environmentName
    appName: app.outputs.name
    tags: allTags
  }
}

module alerts 'infra/alerts.bicep' = {
  name: 'alerts'
  params: {
    name: appName
    location: location
    workspaceId: monitoring.outputs.workspaceId
    emails: alertEmails
    serverErrorThreshold: serverErrorThreshold
    refusalThreshold: refusalThreshold
    tags: allTags
  }
}

module budget 'infra/budget.bicep' = {
  name: 'budget'
  params: {
    name: appName
    amount: monthlyBudget
    startDate: budgetStart
    actionGroupId: alerts.outputs.actionGroupId
    emails: alertEmails
  }
}

@description('Name of the function app, to publish to.')
output functionAppName string = app.outputs.name

@description('Where the API answers under the name that Azure gives.')
output address string = 'https://${app.outputs.hostName}/'

@description('What the TXT record asuid.<custom domain> has to say.')
output domainVerificationId string = app.outputs.domainVerificationId

@description('Principal id of the app\'s identity, which vouches for the app when people sign in to its pages.')
output identityPrincipalId string = identity.properties.principalId

@description('The account that holds the reports and papers.')
output dataAccountName string = dataStorage.outputs.name

@description('Client id of the identity that the workflow deploys as; empty when there is none.')
output deployerClientId string = empty(deployRepository) ? '' : deployer!.outputs.clientId
