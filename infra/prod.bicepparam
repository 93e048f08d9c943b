using '../azure.bicep'

param environmentName = 'prod'

// PLACEHOLDER: the tenant whose users and systems report. All zeros is no tenant, and nobody gets in.
param tenantId = '00000000-0000-0000-0000-000000000000'

// PLACEHOLDER: client id of the API's app registration in that tenant.
param apiClientId = '00000000-0000-0000-0000-000000000000'

// PLACEHOLDER: one line for each reporter, object id to unit.
param reporters = {
  // '00000000-0000-0000-0000-000000000000': 'ubn'
}

param dataRedundancy = 'Standard_GZRS'
param paperRecoveryDays = 90
param logRetentionDays = 90
