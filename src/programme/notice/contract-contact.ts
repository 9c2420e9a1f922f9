import * as z from 'zod/mini'
import { operation } from '#basics/contract.ts'
import { file, nothing, text } from '#basics/shapes.ts'

/** How people reach the office beside the site; empty is what was not said. */
export const contactView = z.strictObject({
  issuer: z.string(),
  address: z.string(),
  hotline: z.string(),
  mailbox: z.string(),
})

const line = (most: number) => z._default(text(most, 0), '')

/** How a notice is found and answered on paper: the office's address, and the code that leads to the notice. */
export const contactOperations = {
  readNoticeContact: operation({
    method: 'GET',
    path: '/organisations/:organisation/notice-contact',
    summary: 'How the office says it is reached on printed notices',
    input: nothing,
    output: contactView,
  }),
  setNoticeContact: operation({
    method: 'PUT',
    path: '/organisations/:organisation/notice-contact',
    summary: 'Say how the office is reached on printed notices: signature, address, office line, mailbox',
    input: z.strictObject({ issuer: line(40), address: line(80), hotline: line(40), mailbox: line(80) }),
    output: contactView,
  }),
  downloadNoticePicture: operation({
    method: 'GET',
    path: '/notices/:notice/picture',
    summary: 'The picture that is disclosed with a notice',
    who: 'anyone',
    kind: 'download',
    input: nothing,
    output: file,
  }),
  readNoticeCode: operation({
    method: 'GET',
    path: '/notices/:notice/code',
    summary: 'A QR code of the address of a notice, as SVG',
    who: 'anyone',
    kind: 'download',
    input: nothing,
    output: file,
  }),
}
