-- An opinion or objection that came by mailbox, letter, telephone or visit: typed in by one person, compared with what came
-- by another. Until then it counts nowhere; confirmed it becomes an opinion or objection like any other.
create table paper_voice (
  id uuid primary key,
  notice_id uuid not null references notice,
  kind text not null check (kind in ('opinion', 'objection')),
  way text not null check (way in ('mailbox', 'letter', 'telephone', 'visit')),
  -- the day on which it was given; of a letter the day of the postmark
  given_on date not null,
  text text,
  -- name and contact, sealed with the installation's key; null where the writer gave none
  identity bytea,
  entered_by uuid not null references person,
  entered_at timestamptz not null,
  confirmed_by uuid references person,
  confirmed_at timestamptz,
  opinion_id uuid references opinion,
  objection_id uuid references objection,
  struck_by uuid references person,
  struck_at timestamptz,
  struck_reason text check (struck_reason <> ''),
  constraint one_enters_and_another_confirms check (confirmed_by <> entered_by),
  constraint one_enters_and_another_strikes check (struck_by <> entered_by),
  constraint an_objection_has_a_name check (kind = 'opinion' or identity is not null or confirmed_by is not null),
  constraint confirmed_it_is_a_voice check (
    (confirmed_by is null) = (confirmed_at is null) and (confirmed_by is null) = (opinion_id is null and objection_id is null)
    and (opinion_id is null or objection_id is null) and (confirmed_by is null) = (text is not null)
    and (confirmed_by is null or identity is null)),
  constraint struck_with_a_reason check (
    (struck_by is null) = (struck_at is null) and (struck_by is null) = (struck_reason is null)
    and (struck_by is null or confirmed_by is null))
);
create index paper_voice_by_notice on paper_voice (notice_id, entered_at, id) where confirmed_by is null;

-- how it came, where it did not come by the site
alter table opinion add column way text check (way in ('mailbox', 'letter', 'telephone', 'visit'));
alter table objection add column way text check (way in ('mailbox', 'letter', 'telephone', 'visit'));
-- who signed an opinion on paper, sealed; who signed one on the site is a person
alter table opinion add column writer bytea;
alter table opinion add constraint only_paper_has_a_writer check (writer is null or (way is not null and person_id is null));
