/** Writes `.m365agentsplayground.yml`, the Agents Playground's tenant, from the sample people. */
import { writeFileSync } from 'node:fs';
import { currentPerson, newcomer, SAMPLE_TENANT_ID, type SamplePerson, samplePeople } from './people.ts';

export const PLAYGROUND_CONFIG = new URL('../../.m365agentsplayground.yml', import.meta.url);

/** Its personal chat, for activities handed in through the Playground's own endpoint. */
export const PERSONAL_CHAT_ID = 'personal-chat-id';

/** The file's text; its names (`userPrincipleName` too) are the Playground's. */
export function playgroundConfig(): string {
  const others = [...samplePeople.filter((one) => one !== currentPerson), newcomer];
  return `# The tenant that the Agents Playground plays. Written by: node scripts/sample/playground-config.ts
version: "0.1.1"
tenantId: ${SAMPLE_TENANT_ID}
bot:
  id: cpor-assistant
  name: CPOR Assistant
currentUser:
${user(currentPerson, '  ')}
users:
${others.map((one) => user(one, '    ').replace(/^ {4}/, '  - ')).join('\n')}
personalChat:
  id: ${PERSONAL_CHAT_ID}
groupChat:
  id: group-chat-id
  name: Partner incentives
team:
  id: team-id
  name: Cloud practice
  aadGroupId: 0c0f0000-0000-4000-8000-000000000031
  channels:
    - id: channel-incentives-id
      name: Incentives
`;
}

function user(person: SamplePerson, indent: string): string {
  const fields = {
    id: person.id,
    name: person.name,
    userPrincipleName: person.upn,
    aadObjectId: person.aadObjectId,
    givenName: person.givenName,
    surname: person.surname,
    email: person.upn,
  };
  return Object.entries(fields)
    .map(([name, value]) => `${indent}${name}: ${value}`)
    .join('\n');
}

if (import.meta.main) writeFileSync(PLAYGROUND_CONFIG, playgroundConfig());
