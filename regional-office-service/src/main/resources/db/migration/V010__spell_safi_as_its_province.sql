-- The city is spelled as its province and its region are.
UPDATE office SET name_ar = replace(name_ar, 'أسفي', 'آسفي'), city_ar = replace(city_ar, 'أسفي', 'آسفي'), version = version + 1 WHERE code = 'SAF';
