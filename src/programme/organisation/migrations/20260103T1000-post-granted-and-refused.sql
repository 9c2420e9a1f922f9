-- Who granted a post by hand, and who turned it down: a refused one ends on the day it would have begun, so it was never held.
alter table post
  add column granted_by uuid references person,
  add column refused_by uuid references person,
  add column refused_at timestamptz,
  add column refusal text,
  add constraint refused_by_someone_with_a_reason check (
    (refused_by is null) = (refused_at is null) and (refused_by is null) = (refusal is null)
  ),
  add constraint a_refused_post_was_never_held check (
    refused_by is null or (confirmed_by is null and until_on is not null and until_on = from_on)
  ),
  add constraint nobody_confirms_what_they_granted check (granted_by is null or confirmed_by is null or granted_by <> confirmed_by);
create index post_waiting on post (id) where confirmed_at is null and refused_by is null;
