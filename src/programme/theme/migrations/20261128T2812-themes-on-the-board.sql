-- Which branches have a theme in force or under way, without reading the themes.
create index theme_in_force_of_branch on theme (organisation_id) include (id) where state = 'in-force';
create index theme_under_way_of_branch on theme (organisation_id) include (id, state)
  where state in ('draft', 'submitted', 'returned', 'passed', 'checked', 'noticed');
