-- Whatever waits to be entered into the index is read through by every look into it, and a search looks for hundreds of keys. Entered at once
-- they cost an import next to nothing more.
ALTER INDEX person_name_by_key SET (fastupdate = off);
SELECT gin_clean_pending_list('person_name_by_key');
