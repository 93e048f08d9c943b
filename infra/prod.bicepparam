using '../azure.bicep'

param environmentName = 'prod'

// PLACEHOLDER: the home tenant, whose people run the app. All zeros is no tenant, and nobody gets in.
param tenantId = '00000000-0000-0000-0000-000000000000'

// PLACEHOLDER: client id of the API's app registration in that tenant.
param apiClientId = '00000000-0000-0000-0000-000000000000'

// PLACEHOLDER: the other huvudman's tenant, where its people and systems sign in to it.
param allowedTenants = [
  // '00000000-0000-0000-0000-000000000000'
]

// PLACEHOLDER: one line for each reporter, object id to unit; of another tenant, tenant/object id.
param reporters = {
  // '00000000-0000-0000-0000-000000000000': 'ubn'
  // '00000000-0000-0000-0000-000000000000/00000000-0000-0000-0000-000000000000': 'shs'
}

// PLACEHOLDER: the name that people and Power BI know, once its DNS records are there, and the certificate's thumbprint once there is one. Both stay empty in
// the first deployment, which prints what the records have to say (infra/README.md, step 5).
param customDomain = ''
param certificateThumbprint = ''

// PLACEHOLDER: a shared mailbox.
param alertEmails = ['hsvo-drift@example.org']

// PLACEHOLDER: the Entra ID group that takes backups.
param backupGroupId = ''

// PLACEHOLDER: the repository that deploys, owner/name; empty for none.
param deployRepository = ''

// PLACEHOLDER: the month that this is first deployed in.
param budgetStart = '2026-12-01'
param monthlyBudget = 2000

param alwaysReadyInstances = 1
param dataRedundancy = 'Standard_GZRS'
param paperRecoveryDays = 90
// The archive authority's word is longer or shorter: infra/README.md, Retention.
param paperImmutabilityDays = 365
param logRetentionDays = 90
