/** A picture as it was disclosed, with what it shows in words. */
export function NoticePicture({ notice, words, small = false }: { notice: string; words: string; small?: boolean }) {
  const size = small ? '64' : '128'
  return (
    <figure className="mark-picture">
      <img src={`/api/notices/${notice}/picture`} width={size} height={size} alt={words} loading="lazy" />
      {!small && <figcaption>{words}</figcaption>}
    </figure>
  )
}
