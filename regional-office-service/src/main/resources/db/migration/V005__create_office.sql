CREATE TABLE office (
    code       text          NOT NULL PRIMARY KEY CHECK (code ~ '^[A-Z]{3}$'),
    region     text          NOT NULL REFERENCES region (code),
    division   text          NOT NULL REFERENCES province (code),
    name_ar    text          NOT NULL CHECK (name_ar <> '' AND name_ar !~ '[A-Za-z]'),
    name_fr    text          NOT NULL CHECK (name_fr <> '' AND name_fr !~ '[\u0600-\u06FF]'),
    city_ar    text          NOT NULL CHECK (city_ar ~ '^[\u0621-\u064A ]+$'),
    city_fr    text          NOT NULL CHECK (city_fr !~ '[\u0600-\u06FF]'),
    latitude   numeric(7, 4) NOT NULL CHECK (latitude BETWEEN 20 AND 37),
    longitude  numeric(7, 4) NOT NULL CHECK (longitude BETWEEN -18 AND 0),
    phone      text,
    email      text,
    address_ar text,
    address_fr text,
    version    bigint        NOT NULL DEFAULT 1
);

COMMENT ON TABLE office IS 'The 17 regional social-action offices created in September 2025.';
COMMENT ON COLUMN office.code IS 'Three letters, as access tokens carry them.';
COMMENT ON COLUMN office.region IS 'The region where it sits.';
COMMENT ON COLUMN office.division IS 'The province or prefecture where it sits.';
COMMENT ON COLUMN office.name_ar IS 'Name in Arabic.';
COMMENT ON COLUMN office.name_fr IS 'Name in French.';
COMMENT ON COLUMN office.city_ar IS 'Its city, in Arabic.';
COMMENT ON COLUMN office.city_fr IS 'Its city, in French.';
COMMENT ON COLUMN office.latitude IS 'Degrees north, WGS 84.';
COMMENT ON COLUMN office.longitude IS 'Degrees east, WGS 84; negative in Morocco.';
COMMENT ON COLUMN office.phone IS 'Its telephone, where published.';
COMMENT ON COLUMN office.email IS 'Its mailbox, where published.';
COMMENT ON COLUMN office.address_ar IS 'Street address in Arabic, where published.';
COMMENT ON COLUMN office.address_fr IS 'Street address in French, where published.';
COMMENT ON COLUMN office.version IS 'Counts the changes, appointments of heads among them; the ETag.';

INSERT INTO office (code, region, division, name_fr, name_ar, city_fr, city_ar, latitude, longitude) VALUES
    ('AGA', '09', 'MA-AGD', 'Service wilayal de l’action sociale d’Agadir', 'المصلحة الولائية للعمل الاجتماعي بأكادير', 'Agadir', 'أكادير', 30.4278, -9.5981),
    ('ALH', '01', 'MA-HOC', 'Service wilayal de l’action sociale d’Al Hoceïma', 'المصلحة الولائية للعمل الاجتماعي بالحسيمة', 'Al Hoceïma', 'الحسيمة', 35.2517, -3.9372),
    ('BEM', '05', 'MA-BEM', 'Service wilayal de l’action sociale de Béni Mellal', 'المصلحة الولائية للعمل الاجتماعي ببني ملال', 'Béni Mellal', 'بني ملال', 32.3373, -6.3498),
    ('CAS', '06', 'MA-CAS', 'Service wilayal de l’action sociale de Casablanca', 'المصلحة الولائية للعمل الاجتماعي بالدار البيضاء', 'Casablanca', 'الدار البيضاء', 33.5731, -7.5898),
    ('DAK', '12', 'MA-OUD', 'Service wilayal de l’action sociale de Dakhla', 'المصلحة الولائية للعمل الاجتماعي بالداخلة', 'Dakhla', 'الداخلة', 23.6848, -15.9580),
    ('ERR', '08', 'MA-ERR', 'Service wilayal de l’action sociale d’Errachidia', 'المصلحة الولائية للعمل الاجتماعي بالرشيدية', 'Errachidia', 'الرشيدية', 31.9314, -4.4244),
    ('FES', '03', 'MA-FES', 'Service wilayal de l’action sociale de Fès', 'المصلحة الولائية للعمل الاجتماعي بفاس', 'Fès', 'فاس', 34.0331, -5.0003),
    ('KEN', '04', 'MA-KEN', 'Service wilayal de l’action sociale de Kénitra', 'المصلحة الولائية للعمل الاجتماعي بالقنيطرة', 'Kénitra', 'القنيطرة', 34.2610, -6.5802),
    ('LAA', '11', 'MA-LAA', 'Service wilayal de l’action sociale de Laâyoune', 'المصلحة الولائية للعمل الاجتماعي بالعيون', 'Laâyoune', 'العيون', 27.1536, -13.2033),
    ('NAD', '02', 'MA-NAD', 'Service wilayal de l’action sociale de Nador', 'المصلحة الولائية للعمل الاجتماعي بالناظور', 'Nador', 'الناظور', 35.1681, -2.9335),
    ('OUJ', '02', 'MA-OUJ', 'Service wilayal de l’action sociale d’Oujda', 'المصلحة الولائية للعمل الاجتماعي بوجدة', 'Oujda', 'وجدة', 34.6814, -1.9086),
    ('RAB', '04', 'MA-RAB', 'Service wilayal de l’action sociale de Rabat', 'المصلحة الولائية للعمل الاجتماعي بالرباط', 'Rabat', 'الرباط', 34.0209, -6.8416),
    ('SAF', '07', 'MA-SAF', 'Service wilayal de l’action sociale de Safi', 'المصلحة الولائية للعمل الاجتماعي بأسفي', 'Safi', 'أسفي', 32.2994, -9.2372),
    ('SAL', '04', 'MA-SAL', 'Service wilayal de l’action sociale de Salé', 'المصلحة الولائية للعمل الاجتماعي بسلا', 'Salé', 'سلا', 34.0531, -6.7985),
    ('TAN', '01', 'MA-TNG', 'Service wilayal de l’action sociale de Tanger', 'المصلحة الولائية للعمل الاجتماعي بطنجة', 'Tanger', 'طنجة', 35.7595, -5.8340),
    ('TAZ', '03', 'MA-TAZ', 'Service wilayal de l’action sociale de Taza', 'المصلحة الولائية للعمل الاجتماعي بتازة', 'Taza', 'تازة', 34.2100, -4.0100),
    ('TET', '01', 'MA-TET', 'Service wilayal de l’action sociale de Tétouan', 'المصلحة الولائية للعمل الاجتماعي بتطوان', 'Tétouan', 'تطوان', 35.5785, -5.3684);

GRANT SELECT, UPDATE (name_ar, name_fr, latitude, longitude, phone, email, address_ar, address_fr, version)
    ON office TO ${app};
