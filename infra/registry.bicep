// What has to be there before the image is built: the registry that it goes to, and the identity that the bot runs and signs in as.
@minLength(4)
@maxLength(16)
@description('Letters and digits. What everything here is called after.')
param baseName string

param location string = resourceGroup().location

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${baseName}-bot'
  location: location
}

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' = {
  name: '${toLower(baseName)}${uniqueString(resourceGroup().id)}'
  location: location
  sku: {
    name: 'Basic'
  }
  properties: {
    adminUserEnabled: false
  }
}

// Azure's own role AcrPull.
var pullRole = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7f951dda-4ed3-4680-a7ca-43fe172d538d')

resource mayPull 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: registry
  name: guid(registry.id, identity.id, pullRole)
  properties: {
    roleDefinitionId: pullRole
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

output REGISTRY_NAME string = registry.name
output REGISTRY_HOST string = registry.properties.loginServer
output IDENTITY_NAME string = identity.name
