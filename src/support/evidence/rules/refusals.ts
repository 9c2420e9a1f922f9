/** Why a file is not taken as evidence. */
export type EvidenceRefusal =
  | 'evidence.empty'
  | 'evidence.too-large'
  | 'evidence.quota-used-up'
  | 'evidence.type-not-taken'
  | 'evidence.wrong-ending'
  | 'evidence.is-program'
  | 'evidence.is-web-page'
  | 'evidence.is-archive'
  | 'evidence.is-old-office'
  | 'evidence.encrypted'
  | 'evidence.has-macros'
  | 'evidence.has-script'
  | 'evidence.has-files-inside'
  | 'evidence.reaches-out'
  | 'evidence.more-behind'
  | 'evidence.damaged'
  | 'evidence.unpacks-too-large'
  | 'evidence.dishonest-archive'

/** Why a picture is not drawn anew. */
export type PictureRefusal = 'evidence.not-a-picture' | 'evidence.picture-too-large' | 'evidence.picture-too-small'
