// Says when the month's bill is on its way past what was meant. It stops nothing.

@description('Name of the budget.')
param name string

@description('The month\'s budget, in the subscription\'s currency.')
@minValue(1)
param amount int

@description('The first day of the month in which the budget was first deployed, yyyy-MM-dd. It can\'t be changed afterwards.')
@minLength(10)
@maxLength(10)
param startDate string

@description('Resource id of the action group that is told.')
param actionGroupId string

@description('Who is told besides the action group.')
param emails string[]

resource budget 'Microsoft.Consumption/budgets@2023-11-01' = {
  name: name
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: {
      startDate: startDate
    }
    notifications: {
      nearlySpent: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: emails
        contactGroups: [actionGroupId]
      }
      willBeOverspent: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: emails
        contactGroups: [actionGroupId]
      }
    }
  }
}
