// The app under a name of its own. infra/README.md says which DNS records come first and where the certificate comes from.

@description('The function app.')
param appName string

@description('The name, without https.')
param customDomain string

@description('Thumbprint of the certificate in force for it; empty before there is one.')
param certificateThumbprint string

resource app 'Microsoft.Web/sites@2024-04-01' existing = {
  name: appName
}

resource binding 'Microsoft.Web/sites/hostNameBindings@2024-04-01' = {
  parent: app
  name: customDomain
  properties: {
    siteName: appName
    hostNameType: 'Verified'
    customHostNameDnsRecordType: 'CName'
    sslState: empty(certificateThumbprint) ? 'Disabled' : 'SniEnabled'
    thumbprint: empty(certificateThumbprint) ? null : certificateThumbprint
  }
}
