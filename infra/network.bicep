// Private ways to storage: a network for the app's calls out, and an endpoint in it for each service that the app uses.

@description('Name that the resources\' names begin with.')
param name string

@description('Azure region.')
param location string

@description('Addresses of the network; a /24 holds both subnets.')
param addressPrefix string

@description('What gets an endpoint: each with the account\'s resource id and the service, blob or table.')
param endpoints endpointType[]

@description('Tags on every resource.')
param tags object

@description('One private endpoint.')
type endpointType = {
  @description('What the endpoint is called.')
  name: string

  @description('Resource id of the storage account.')
  accountId: string

  @description('The service of the account.')
  service: 'blob' | 'table'
}

var services = ['blob', 'table']

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: {
      addressPrefixes: [addressPrefix]
    }
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: cidrSubnet(addressPrefix, 26, 0)
          // Flex Consumption's own delegation.
          delegations: [
            {
              name: 'flex-consumption'
              properties: {
                serviceName: 'Microsoft.App/environments'
              }
            }
          ]
        }
      }
      {
        name: 'endpoints'
        properties: {
          addressPrefix: cidrSubnet(addressPrefix, 26, 1)
          privateEndpointNetworkPolicies: 'Enabled'
        }
      }
    ]
  }
}

resource zones 'Microsoft.Network/privateDnsZones@2020-06-01' = [for service in services: {
  name: 'privatelink.${service}.${environment().suffixes.storage}'
  location: 'global'
  tags: tags
}]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2020-06-01' = [for (service, i) in services: {
  parent: zones[i]
  name: name
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: network.id
    }
  }
}]

resource privateEndpoints 'Microsoft.Network/privateEndpoints@2024-05-01' = [for endpoint in endpoints: {
  name: '${name}-${endpoint.name}'
  location: location
  tags: tags
  properties: {
    subnet: {
      id: '${network.id}/subnets/endpoints'
    }
    privateLinkServiceConnections: [
      {
        name: endpoint.name
        properties: {
          privateLinkServiceId: endpoint.accountId
          groupIds: [endpoint.service]
        }
      }
    ]
  }
}]

resource endpointNames 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = [for (endpoint, i) in endpoints: {
  parent: privateEndpoints[i]
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [
      {
        name: endpoint.service
        properties: {
          privateDnsZoneId: zones[indexOf(services, endpoint.service)].id
        }
      }
    ]
  }
}]

@description('Resource id of the subnet that the app calls out from.')
output appSubnetId string = '${network.id}/subnets/app'
