CREATE TABLE region (
    code    text   NOT NULL PRIMARY KEY,
    name_ar text   NOT NULL,
    name_fr text   NOT NULL
);

COMMENT ON TABLE region IS 'The 12 regions of Morocco.';
COMMENT ON COLUMN region.code IS 'Two digits, 01 to 12.';
COMMENT ON COLUMN region.name_ar IS 'Name in Arabic.';
COMMENT ON COLUMN region.name_fr IS 'Name in French.';

INSERT INTO region (code, name_fr, name_ar) VALUES
    ('01', 'Tanger-Tétouan-Al Hoceïma', 'طنجة تطوان الحسيمة'),
    ('02', 'L''Oriental', 'الشرق'),
    ('03', 'Fès-Meknès', 'فاس مكناس'),
    ('04', 'Rabat-Salé-Kénitra', 'الرباط سلا القنيطرة'),
    ('05', 'Béni Mellal-Khénifra', 'بني ملال خنيفرة'),
    ('06', 'Casablanca-Settat', 'الدار البيضاء سطات'),
    ('07', 'Marrakech-Safi', 'مراكش آسفي'),
    ('08', 'Drâa-Tafilalet', 'درعة تافيلالت'),
    ('09', 'Souss-Massa', 'سوس ماسة'),
    ('10', 'Guelmim-Oued Noun', 'كلميم واد نون'),
    ('11', 'Laâyoune-Sakia El Hamra', 'العيون الساقية الحمراء'),
    ('12', 'Dakhla-Oued Ed-Dahab', 'الداخلة وادي الذهب');

GRANT SELECT ON region TO ${app};
