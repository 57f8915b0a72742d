-- Who was born on one day is asked of every row of a file that brings someone new.
CREATE INDEX person_by_birth ON person (birth_date, sex);
