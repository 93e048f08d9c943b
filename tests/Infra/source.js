// What the app's source says of itself that the Bicep files have to agree with.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const projects = ['Functions', 'UseCases', 'Storage', 'Domain'];

/** Reads the app's source below a repository's root. */
export function readSource(root) {
  const files = projects.flatMap(project => readdirSync(join(root, 'src', project), { recursive: true })
    .filter(name => name.endsWith('.cs'))
    .map(name => readFileSync(join(root, 'src', project, name), 'utf8')));
  return sourceOf(files, readFileSync(join(root, 'src', 'Directory.Build.props'), 'utf8'));
}

/** What files of source say. */
export function sourceOf(files, buildProperties) {
  const all = files.join('\n');
  return {
    files,
    timers: new Set(matches(all, /\[Function\("([^"]+)"\)\]\s*public[^;{]*\[TimerTrigger\(/g)),
    messages: matches(all, /\[LoggerMessage\([^"]*((?:"(?:[^"\\]|\\.)*"\s*\+?\s*)+)/g).map(joined),
    containers: new Set(matches(all, /GetBlobContainerClient\("([^"]+)"\)/g)),
    roles: matches(all.match(/public enum Role\s*\{([^}]*)\}/)?.[1] ?? '', /^\s*(\w+),$/gm),
    runtime: buildProperties.match(/<TargetFramework>net([\d.]+)<\/TargetFramework>/)?.[1],
  };
}

// Settings that the platform or a package reads, with where that is said. The rest must be read by the app's own code.
const others = {
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'https://learn.microsoft.com/azure/azure-functions/functions-app-settings',
  APPLICATIONINSIGHTS_CONNECTION_STRING: 'https://learn.microsoft.com/azure/azure-functions/functions-app-settings',
  AzureWebJobsDisableHomepage: 'https://learn.microsoft.com/azure/azure-functions/functions-app-settings',
  AzureWebJobsStorage__accountName: 'https://learn.microsoft.com/azure/azure-functions/functions-reference',
  AzureWebJobsStorage__clientId: 'https://learn.microsoft.com/azure/azure-functions/functions-reference',
  AzureWebJobsStorage__credential: 'https://learn.microsoft.com/azure/azure-functions/functions-reference',
  OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID: 'https://learn.microsoft.com/azure/app-service/configure-authentication-provider-aad',
  WEBSITE_AUTH_AAD_ALLOWED_TENANTS: 'https://learn.microsoft.com/azure/app-service/reference-app-settings',
  AZURE_CLIENT_ID: 'https://learn.microsoft.com/dotnet/api/azure.identity.defaultazurecredential',
};

// What Microsoft.Identity.Web reads of the section that the app hands it (MicrosoftIdentityOptions).
const identityOptions = new Set(['ClientId', 'Instance', 'TenantId', 'Audience']);

/** Tells whether anything reads a setting. */
export function settingsOf({ files }) {
  return {
    isRead(name) {
      const parts = name.split('__').filter(part => !part.includes('\0'));
      return name in others
        || (parts.length === 2 && identityOptions.has(parts[1]) && files.some(f => f.includes(`AddMicrosoftIdentityWebApi(configuration.GetSection("${parts[0]}"))`)))
        || files.some(f => /[cC]onfiguration/.test(f) && (f.includes(`"${parts.join(':')}"`) || parts.every(part => f.includes(`"${part}"`))));
    },
  };
}

const matches = (text, pattern) => [...text.matchAll(pattern)].map(m => m[1]);

const joined = literals => matches(literals, /"((?:[^"\\]|\\.)*)"/g).join('');
