-- What an organisation was called on a day; one that did not stand is called as it last was, or first.
create function organisation_name_on(which uuid, day date) returns text language sql stable as $$
  select coalesce(
    (select name from organisation_span where organisation_id = which and from_on <= day and (until_on is null or until_on > day)),
    (select name from organisation where id = which))
$$;
