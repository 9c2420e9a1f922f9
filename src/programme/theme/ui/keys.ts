import { useEffect } from 'react'

/** Single keys, as long as nobody types and no other key is held. */
export function useKeys(on: boolean, doing: Record<string, () => void>) {
  useEffect(() => {
    if (!on) return
    const pressed = (event: KeyboardEvent) => {
      const { tagName, type } = event.target as HTMLInputElement
      const types = tagName === 'TEXTAREA' || (tagName === 'INPUT' && type !== 'radio' && type !== 'checkbox')
      if (types || event.ctrlKey || event.metaKey || event.altKey) return
      doing[event.key.toLowerCase()]?.()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [on, doing])
}
