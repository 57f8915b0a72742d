-- The order in which holders are read, page by page: the next page begins where the last one ended and reads no row again.
CREATE INDEX category_period_by_person ON category_period (person_id, category, lower(held) DESC);
