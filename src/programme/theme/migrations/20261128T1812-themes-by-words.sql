-- Names by any two signs of them; and what the wall counts without reading themes.
create index theme_by_words on theme using gin (bigrams(name));
create index theme_on_the_wall on theme (organisation_id, notice_id) where state = 'in-force';
