-- Names by any two signs of them, today's beside those of a day; and the region of many without reading their rows.
create index organisation_by_words on organisation using gin (bigrams(name));
create index organisation_with_region on organisation (id) include (region);
