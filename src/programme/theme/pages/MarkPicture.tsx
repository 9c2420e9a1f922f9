/** A theme's mark, with what it shows in words. */
export function MarkPicture({ theme, words }: { theme: string; words: string }) {
  return (
    <figure className="mark-picture">
      <img src={`/api/themes/${theme}/mark`} width="128" height="128" alt={words} loading="lazy" />
      <figcaption>{words}</figcaption>
    </figure>
  )
}
