using '../azure.bicep'

param environmentName = 'test'

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

// PLACEHOLDER: a shared mailbox.
param alertEmails = ['hsvo-drift@example.org']

// PLACEHOLDER: the repository that deploys, owner/name; empty for none.
param deployRepository = ''

// PLACEHOLDER: the month that this is first deployed in.
param budgetStart = '2026-12-01'
param monthlyBudget = 500

// What a test leaves behind is thrown away.
param locksData = false
param instanceMemoryMB = 512
param dataRedundancy = 'Standard_LRS'
param paperRecoveryDays = 7
