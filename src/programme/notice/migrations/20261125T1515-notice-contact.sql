-- How people reach the office that handles notices, beside the site; printed on each notice. Empty is what was not said.
create table notice_contact (
  organisation_id uuid primary key references organisation,
  -- the name it signs with; the organisation's own where it is empty
  issuer text not null,
  address text not null,
  -- the office's line, never a person's
  hotline text not null,
  mailbox text not null,
  set_by uuid not null references person,
  set_at timestamptz not null
);
