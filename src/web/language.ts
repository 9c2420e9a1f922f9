import { createContext, useContext, useMemo } from 'react'
import { type Language, labelsIn, type Messages } from '#basics/messages.ts'

/** The language chosen in the portal or here; both keep it in the same cookie. */
export function chosenLanguage(): Language {
  return /(?:^|; )lang=en\b/.test(document.cookie) ? 'en' : 'zh'
}

export function chosenLargeText(): boolean {
  return /(?:^|; )large=1\b/.test(document.cookie)
}

/** Sets the language or the size of letters and comes back to this place. */
export function prefer(change: { lang: Language } | { large: '0' | '1' }): void {
  const here = window.location.pathname + window.location.search
  window.location.assign(`/preferences?${new URLSearchParams(change)}&then=${encodeURIComponent(here)}`)
}

export const LanguageContext = createContext<Language>('zh')

export function useLanguage(): Language {
  return useContext(LanguageContext)
}

/** The labels of a capability in the person's language: `const say = useSay(themeMessages)`, then `say.propose`. */
export function useSay<Label extends string>(messages: Messages<string, Label>): Record<Label, string> {
  const language = useLanguage()
  return useMemo(() => labelsIn(messages, language), [messages, language])
}
