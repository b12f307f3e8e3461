/** What we read of Amazon's interaction model file (`models/en-GB.json`): intents with their samples, and our own slot types. */
export interface LanguageModelFile {
  readonly interactionModel: {
    readonly languageModel: {
      readonly intents: readonly ModelIntent[];
      readonly types: readonly ModelType[];
    };
  };
}

export interface ModelIntent {
  readonly name: string;
  readonly slots?: readonly { readonly name: string; readonly type: string }[] | undefined;
  readonly samples: readonly string[];
}

export interface ModelType {
  readonly name: string;
  readonly values: readonly ModelValue[];
}

interface ModelValue {
  readonly id: string;
  readonly name: { readonly value: string; readonly synonyms?: readonly string[] | undefined };
}

/** Names of this household, in the shape of Amazon's `Dialog.UpdateDynamicEntities`; they win over the model's own. */
export interface DynamicEntities { readonly types: readonly ModelType[] }
