// The function app on Flex Consumption, and its settings.

@description('Name of the app and of its plan.')
param name string

@description('Azure region.')
param location string

@description('Resource id of the app\'s managed identity.')
param identityId string

@description('Client id of the app\'s managed identity.')
param identityClientId string

@description('The account of the Functions host.')
param hostAccountName string

@description('The blob container that packages are published to.')
param packageContainerUri string

@description('Address of the tables that hold the reports.')
param tableServiceUri string

@description('Address of the blobs that hold the papers.')
param blobServiceUri string

@description('Name of Application Insights.')
param applicationInsightsName string

@description('Name of the Log Analytics workspace.')
param workspaceName string

@description('Resource id of the subnet that the app calls out from; empty when it reaches storage over the internet.')
param subnetId string

@description('The home tenant in Entra ID.')
param tenantId string

@description('Other tenants whose tokens the API accepts.')
param allowedTenants string[]

@description('Client id of the API\'s app registration.')
param apiClientId string

@description('Address that clients reach the app by, https and absolute, when it is not the host name of the app; else empty.')
param publicBaseAddress string

@description('Object id of each reporter, or tenant/object id, to the id of its unit.')
param reporters object

@description('Id of the area served.')
param area string

@description('Whether anyone may see the status page, without signing in.')
param openStatusPage bool

@description('Whether anyone may subscribe to the calendar, without signing in.')
param openCalendar bool

@description('Whether the catalogue of open data and its files are open to anyone.')
param openData bool

@description('Settings beyond these, name to value, such as limits. No secret: a Key Vault reference in its place.')
param furtherSettings object

@description('How many instances are always ready for HTTP; 0 lets the first request after a pause wait for a start.')
param alwaysReadyInstances int

@description('The most instances that may run at once.')
param maximumInstanceCount int

@description('Memory of each instance, in MB.')
param instanceMemoryMB int

@description('Tags on every resource.')
param tags object

resource applicationInsights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: applicationInsightsName
}

// A setting's name takes letters, digits, dots and underscores on Linux: ids go in without their hyphens.
var reporterSettings = toObject(
  items(reporters),
  reporter => 'Reporters__${replace(replace(reporter.key, '-', ''), '/', '__')}__Department',
  reporter => reporter.value
)

var signInTenants = empty(allowedTenants) ? {} : { WEBSITE_AUTH_AAD_ALLOWED_TENANTS: join(union([tenantId], allowedTenants), ',') }

var tenantSettings = toObject(allowedTenants, tenant => 'AzureAd__AllowedTenants__${replace(tenant, '-', '')}', tenant => tenant)

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    // Which identity reads what settings refer to in a Key Vault.
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: {
      minTlsVersion: '1.2'
    }
    functionAppConfig: {
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        // The HTTP functions are one group; each timer is its own and starts when it is due.
        alwaysReady: alwaysReadyInstances == 0 ? [] : [{ name: 'http', instanceCount: alwaysReadyInstances }]
        maximumInstanceCount: maximumInstanceCount
        instanceMemoryMB: instanceMemoryMB
      }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageContainerUri
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
    }
  }
}

// No publishing by password, neither over FTP nor to the deployment site: identities alone.
resource ftpPasswords 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource deploymentPasswords 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'scm'
  properties: {
    allow: false
  }
}

resource settings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'appsettings'
  properties: union(furtherSettings, reporterSettings, tenantSettings, signInTenants, {
    APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
    APPLICATIONINSIGHTS_CONNECTION_STRING: applicationInsights.properties.ConnectionString
    AzureAd__ClientId: apiClientId
    AzureAd__Instance: environment().authentication.loginEndpoint
    AzureAd__TenantId: tenantId
    // The root page is the app's own.
    AzureWebJobsDisableHomepage: 'true'
    AzureWebJobsStorage__accountName: hostAccountName
    AzureWebJobsStorage__clientId: identityClientId
    AzureWebJobsStorage__credential: 'managedidentity'
    // Tells DefaultAzureCredential which identity is meant.
    AZURE_CLIENT_ID: identityClientId
    Area: area
    OpenCalendar: string(openCalendar)
    OpenData__IsOpen: string(openData)
    // The managed identity that signs the app in, in place of a secret.
    OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID: identityClientId
    OpenStatusPage: string(openStatusPage)
    PublicBaseAddress: empty(publicBaseAddress) ? 'https://${app.properties.defaultHostName}' : publicBaseAddress
    Storage__blobServiceUri: blobServiceUri
    Storage__tableServiceUri: tableServiceUri
  })
}

// Signs people in for the pages, and hands the app each one's access token, which it validates itself as any bearer token. Callers that aren't signed in
// pass, since APIs come with tokens of their own and pages may be open. The app takes the token at its pages alone.
resource signIn 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'authsettingsV2'
  properties: {
    platform: {
      enabled: true
    }
    globalValidation: {
      requireAuthentication: false
      unauthenticatedClientAction: 'AllowAnonymous'
    }
    httpSettings: {
      requireHttps: true
    }
    identityProviders: {
      azureActiveDirectory: {
        enabled: true
        registration: {
          clientId: apiClientId
          // No secret: the app's managed identity vouches for it, by the setting of this name.
          clientSecretSettingName: 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'
          openIdIssuer: '${environment().authentication.loginEndpoint}${empty(allowedTenants) ? tenantId : 'organizations'}/v2.0'
        }
        login: {
          // An access token for our own API, not for Microsoft Graph.
          loginParameters: ['scope=openid profile email offline_access ${apiClientId}/user_impersonation']
        }
        validation: {
          // What the app itself accepts, so that the platform refuses no token that the app would take.
          allowedAudiences: union([apiClientId, 'api://${apiClientId}'], empty(publicBaseAddress) ? [] : [publicBaseAddress])
        }
      }
    }
    login: {
      tokenStore: {
        enabled: true
      }
    }
  }
}

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: workspaceName
}

// The host's own log, which tells of a start that fails before Application Insights is reached.
resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: app
  name: 'host'
  properties: {
    workspaceId: workspace.id
    logs: [
      { category: 'FunctionAppLogs', enabled: true }
    ]
  }
}

@description('Name of the function app.')
output name string = app.name

@description('Host name of the function app.')
output hostName string = app.properties.defaultHostName

@description('What proves that a domain may be bound to the app, in its TXT record.')
output domainVerificationId string = app.properties.customDomainVerificationId
