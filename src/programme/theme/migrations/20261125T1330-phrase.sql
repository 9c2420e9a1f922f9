-- What reviewers say often (常用语), in an organisation for which they review: one's own, or shared.
create table theme_phrase (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  shared boolean not null,
  text text not null check (char_length(text) between 1 and 400),
  added_by uuid not null references person,
  added_at timestamptz not null
);
create unique index a_shared_phrase_is_there_once on theme_phrase (organisation_id, text) where shared;
create unique index an_own_phrase_is_there_once on theme_phrase (organisation_id, added_by, text) where not shared;
