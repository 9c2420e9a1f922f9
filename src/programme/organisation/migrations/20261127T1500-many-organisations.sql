-- Fifty thousand branches: what stood on a day in its order, how many branches stand below, and names by any two signs of them.
create index organisation_span_in_order on organisation_span (sort_no, organisation_id);
create index branch_by_path on organisation (path text_pattern_ops) where kind = 'branch' and dissolved_on is null;
create index organisation_span_by_words on organisation_span using gin (bigrams(name || ' ' || short_name));
