/** The languages we speak, the source language first. */
export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]

/** One sentence or word in every language we speak. */
export type Said = Record<Language, string>

/**
 * What a capability says to people: a sentence for each refusal its rules can answer, and the labels of its screens.
 * The compiler finds what is missing. `{name}` in a refusal is filled from the decision's details.
 */
export interface Messages<Refusal extends string = string, Label extends string = string> {
  refusals: Record<Refusal, Said>
  labels: Record<Label, Said>
}

/** Fills `{name}` placeholders from the details; an unknown name stays as it is. */
export function fill(sentence: string, details: Record<string, string | number> = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(details[name] ?? whole))
}

/** The labels of one language: `const say = labelsIn(themeMessages, language)`. */
export function labelsIn<Label extends string>(
  messages: Messages<string, Label>,
  language: Language,
): Record<Label, string> {
  const said = {} as Record<Label, string>
  for (const label of Object.keys(messages.labels) as Label[]) said[label] = messages.labels[label][language]
  return said
}
