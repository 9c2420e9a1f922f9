-- Files that people hand in as evidence; the bytes lie in the store under their SHA-256, once however often they are sent.
create table evidence (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  sha256 text not null,
  name text not null,
  type text not null check (type in ('jpg', 'png', 'pdf', 'xlsx', 'docx')),
  bytes integer not null check (bytes > 0),
  uploaded_by uuid not null references person,
  uploaded_at timestamptz not null,
  constraint a_hash_is_a_sha256 check (sha256 ~ '^[0-9a-f]{64}$')
);
comment on table evidence is 'append-only';
create index evidence_by_organisation on evidence (organisation_id);
