-- The branches of a whole structure by their regions, without reading their rows.
create index organisation_on_the_board on organisation (id) include (region, set_up_on, dissolved_on) where kind = 'branch';
