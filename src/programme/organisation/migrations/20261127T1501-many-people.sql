-- Six hundred thousand people: names and numbers by any two signs of them, initials by two, the full sound by three; posts by
-- the day on which they began.
create function trigrams(words text) returns text[] language sql immutable strict parallel safe as
  $$ select coalesce(array_agg(distinct substr(words, at, 3)), '{}') from generate_series(1, length(words) - 2) as at $$;
create function person_words(name text, staff_no text) returns text language sql immutable parallel safe as
  $$ select name || ' ' || coalesce(staff_no, '') $$;
create index person_by_words on person using gin (bigrams(person_words(name, staff_no)));
create index person_by_letters on person using gin (bigrams(initials));
create index person_by_sound on person using gin (trigrams(pinyin));
create index post_by_day on post (from_on desc, id desc);
