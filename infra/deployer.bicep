// The identity that the deployment workflow signs in as, by GitHub's own tokens: no secret is shared.

@description('Name of the identity.')
param name string

@description('Azure region.')
param location string

@description('The repository whose workflow deploys, owner/name.')
param repository string

@description('The GitHub environment whose jobs may deploy.')
param gitHubEnvironment string

@description('The function app that is deployed to.')
param appName string

@description('Tags on every resource.')
param tags object

// Built-in roles have the same id in every tenant.
var websiteContributor = 'de139f84-1756-47ae-9be6-808fbbe84772'
var reader = 'acdd72a7-3385-48ef-bd42-f606fba81ae7'

resource app 'Microsoft.Web/sites@2024-04-01' existing = {
  name: appName
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' existing = {
  name: appName
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
  tags: tags
}

resource credential 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2023-01-31' = {
  parent: identity
  name: 'github-${gitHubEnvironment}'
  properties: {
    issuer: 'https://token.actions.githubusercontent.com'
    subject: 'repo:${repository}:environment:${gitHubEnvironment}'
    audiences: ['api://AzureADTokenExchange']
  }
}

// Publishes the app's package, to this app alone. It reaches no data: the app's storage is another identity's.
resource publishesApp 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(app.id, identity.id, websiteContributor)
  scope: app
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', websiteContributor)
  }
}

// Azure CLI reads the plan before it publishes, to see what kind of app it is, and gives up or waits a minute where it may not. Changes nothing.
resource readsPlan 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(plan.id, identity.id, reader)
  scope: plan
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', reader)
  }
}

@description('Client id of the identity: the GitHub environment\'s variable AZURE_CLIENT_ID.')
output clientId string = identity.properties.clientId
