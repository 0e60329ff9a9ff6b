// The bot in Azure: a Container App with a user-assigned managed identity, Azure DocumentDB as its store, and the bot's registration with
// the channels of Teams and of Microsoft 365. There is no client secret anywhere.
@minLength(4)
@maxLength(16)
param baseName string

param location string = resourceGroup().location

@description('The identity and the registry of registry.bicep.')
param identityName string
param registryHost string

@description('With its tag, such as NAME.azurecr.io/cpor-assistant:0.1.0.')
param image string

@description('Application (client) id of the app that people sign in to in the tab; empty: nobody can, and the tab stays shut.')
param tabAppId string = ''

@description('Object ids or user principal names, separated by commas.')
param leads string = ''

param timeZone string = 'UTC'

param storeUser string = 'cporassistant'

@secure()
@minLength(16)
@description('Letters and digits only: it stands in an address.')
param storePassword string

@description('The size of the store: M10 and M20 for trials, M30 and up for work.')
param storeTier string = 'M30'

@minValue(1)
@maxValue(10)
param instances int = 1

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: identityName
}

resource store 'Microsoft.DocumentDB/mongoClusters@2024-07-01' = {
  name: '${toLower(baseName)}-store-${uniqueString(resourceGroup().id)}'
  location: location
  properties: {
    administrator: {
      userName: storeUser
      password: storePassword
    }
    serverVersion: '7.0'
    compute: {
      tier: storeTier
    }
    storage: {
      sizeGb: 32
    }
    sharding: {
      shardCount: 1
    }
    highAvailability: {
      targetMode: 'Disabled'
    }
    publicNetworkAccess: 'Enabled'
  }
}

// This range stands for Azure's own addresses. A private endpoint is tighter, and belongs to the network that you have.
resource fromAzure 'Microsoft.DocumentDB/mongoClusters/firewallRules@2024-07-01' = {
  parent: store
  name: 'fromAzure'
  properties: {
    startIpAddress: '0.0.0.0'
    endIpAddress: '0.0.0.0'
  }
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${baseName}-logs'
  location: location
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: 30
  }
}

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${baseName}-environment'
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: logs.properties.customerId
        sharedKey: logs.listKeys().primarySharedKey
      }
    }
  }
}

var appName = '${toLower(baseName)}-bot'
var host = '${appName}.${environment.properties.defaultDomain}'
var storeAddress = 'mongodb+srv://${storeUser}:${storePassword}@${store.name}.mongocluster.cosmos.azure.com/cpor_assistant?tls=true&authMechanism=SCRAM-SHA-256&retrywrites=false'

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: appName
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    environmentId: environment.id
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: 3978
        transport: 'http'
        allowInsecure: false
      }
      registries: [
        {
          server: registryHost
          identity: identity.id
        }
      ]
      secrets: [
        {
          name: 'store-address'
          value: storeAddress
        }
      ]
    }
    template: {
      terminationGracePeriodSeconds: 30
      containers: [
        {
          name: 'bot'
          image: image
          // Files are read in processes of their own: 1 GiB each at most, two at a time.
          resources: {
            cpu: json('1.5')
            memory: '3Gi'
          }
          env: [
            {
              name: 'MicrosoftAppId'
              value: identity.properties.clientId
            }
            {
              name: 'MicrosoftAppType'
              value: 'UserAssignedMSI'
            }
            {
              name: 'MicrosoftAppTenantId'
              value: identity.properties.tenantId
            }
            {
              name: 'TAB_APP_ID'
              value: tabAppId
            }
            {
              name: 'PUBLIC_URL'
              value: 'https://${host}'
            }
            {
              name: 'LEADS'
              value: leads
            }
            {
              name: 'TIME_ZONE'
              value: timeZone
            }
            {
              name: 'MONGODB_URI'
              secretRef: 'store-address'
            }
          ]
          probes: [
            {
              type: 'Startup'
              httpGet: {
                path: '/healthz'
                port: 3978
              }
              periodSeconds: 5
              // A new version may have counts and texts of many claims to bring up to date before it listens.
              failureThreshold: 240
            }
            {
              type: 'Liveness'
              httpGet: {
                path: '/healthz'
                port: 3978
              }
              periodSeconds: 30
            }
            {
              type: 'Readiness'
              httpGet: {
                path: '/readyz'
                port: 3978
              }
              periodSeconds: 15
              timeoutSeconds: 5
            }
          ]
          volumeMounts: [
            {
              volumeName: 'temporary'
              mountPath: '/data'
            }
          ]
        }
      ]
      scale: {
        minReplicas: instances
        maxReplicas: instances
      }
      // Documents lie in the store; here they only pass through.
      volumes: [
        {
          name: 'temporary'
          storageType: 'EmptyDir'
        }
      ]
    }
  }
  dependsOn: [
    fromAzure
  ]
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: '${baseName}-${uniqueString(resourceGroup().id)}'
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: 'F0'
  }
  properties: {
    displayName: 'CPOR Assistant'
    endpoint: 'https://${host}/api/messages'
    msaAppType: 'UserAssignedMSI'
    msaAppId: identity.properties.clientId
    msaAppTenantId: identity.properties.tenantId
    msaAppMSIResourceId: identity.id
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
  }
}

// The search in Outlook comes over this one; Copilot comes over that of Teams.
resource microsoft365 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'M365Extensions'
  location: 'global'
  properties: {
    channelName: 'M365Extensions'
  }
}

output MICROSOFT_APP_ID string = identity.properties.clientId
output PUBLIC_URL string = 'https://${host}'
output CONTAINER_APP_NAME string = app.name
