import { SkillBuilders } from 'ask-sdk-core';
import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';

/** The least a skill can be: Amazon's SDK and one sentence. What our turn is measured against. */
export function helloSkill(): (envelope: RequestEnvelope) => Promise<ResponseEnvelope> {
  const skill = SkillBuilders.custom()
    .addRequestHandlers({ canHandle: () => true, handle: ({ responseBuilder }) => responseBuilder.speak('Hello').getResponse() })
    .create();
  return (envelope) => skill.invoke(envelope);
}
