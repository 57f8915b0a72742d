CREATE TABLE programme_wording (
    programme     text    NOT NULL,
    version       integer NOT NULL,
    conditions_ar text    NOT NULL CHECK (conditions_ar <> '' AND conditions_ar !~ '[A-Za-z]'),
    conditions_fr text    NOT NULL CHECK (conditions_fr <> '' AND conditions_fr !~ '[\u0600-\u06FF]'),
    PRIMARY KEY (programme, version),
    FOREIGN KEY (programme, version) REFERENCES programme_version
);

COMMENT ON TABLE programme_wording IS 'What a version of a programme demands, as families and officers read it.';
COMMENT ON COLUMN programme_wording.programme IS 'The programme.';
COMMENT ON COLUMN programme_wording.version IS 'Its version.';
COMMENT ON COLUMN programme_wording.conditions_ar IS 'Who may have it, in Arabic.';
COMMENT ON COLUMN programme_wording.conditions_fr IS 'Who may have it, in French.';

CREATE TABLE programme_document (
    programme text    NOT NULL,
    version   integer NOT NULL,
    position  integer NOT NULL CHECK (position > 0),
    kind      text    NOT NULL CHECK (kind ~ '^[A-Z][A-Z_]{2,39}$'),
    name_ar   text    NOT NULL CHECK (name_ar <> '' AND name_ar ~ '[\u0621-\u064A]'),
    name_fr   text    NOT NULL CHECK (name_fr <> '' AND name_fr !~ '[\u0600-\u06FF]'),
    PRIMARY KEY (programme, version, position),
    UNIQUE (programme, version, kind),
    FOREIGN KEY (programme, version) REFERENCES programme_version
);

COMMENT ON TABLE programme_document IS 'Documents that a family is told to bring; no public source lists them, they are usual at sister foundations.';
COMMENT ON COLUMN programme_document.programme IS 'The programme.';
COMMENT ON COLUMN programme_document.version IS 'Its version.';
COMMENT ON COLUMN programme_document.position IS 'Place in the list, from 1.';
COMMENT ON COLUMN programme_document.kind IS 'What it proves, as aid_request_document.kind names it.';
COMMENT ON COLUMN programme_document.name_ar IS 'Name in Arabic.';
COMMENT ON COLUMN programme_document.name_fr IS 'Name in French.';

UPDATE programme SET name_ar = w.name_ar, name_fr = w.name_fr
FROM (VALUES
    ('AID_ADHA', 'منحة عيد الأضحى', 'Aide de l’Aïd al-Adha'),
    ('PARENT_DUTY_GRANT', 'مساعدة آباء وأمهات شهداء الواجب', 'Aide aux parents de policiers tombés en service'),
    ('SERIOUS_ILLNESS', 'دعم الأمراض الخطيرة والحالات الاجتماعية', 'Soutien en cas de maladie grave ou de difficulté sociale'),
    ('HAJJ_FULL', 'التكفل الكامل بالحج', 'Prise en charge du pèlerinage'),
    ('EXCELLENCE', 'منحة التفوق الدراسي', 'Bourse d’excellence'),
    ('MEDICAL_DUTY_FAMILY', 'التكفل الطبي بأسر شهداء الواجب', 'Prise en charge médicale des familles de policiers tombés en service'),
    ('VOUCHER_WIDOW', 'قسائم الشراء', 'Bons d’achat'),
    ('INJURY_DUTY', 'مساعدة المصابين أثناء مزاولة المهام', 'Aide aux blessés en service'),
    ('DEATH_GRANT', 'منحة الوفاة', 'Allocation de décès'),
    ('PROSTHESIS', 'الأجهزة الطبية والبدائل', 'Appareillage et prothèses')
) AS w (code, name_ar, name_fr)
WHERE programme.code = w.code;

-- Every version that is there by now gets the wording of its programme.
INSERT INTO programme_wording (programme, version, conditions_ar, conditions_fr)
SELECT v.programme, v.version, w.conditions_ar, w.conditions_fr
FROM programme_version v JOIN (VALUES
    ('AID_ADHA',
     'أرملة لا يتجاوز معاشها 2000 درهم شهريا، أو متقاعد لا يتجاوز معاشه 2500 درهم شهريا. تؤدى المنحة على مراحل بالتحويل عن طريق صندوق التقاعد، وتسلم قسيمة شراء بالقيمة نفسها لمن ليس له حساب بنكي. مبلغ 1000 درهم تقديري لأن المبلغ غير معلن.',
     'Veuve dont la pension ne dépasse pas 2 000 MAD par mois, ou retraité dont la pension ne dépasse pas 2 500 MAD par mois. L’aide est payée par vagues, par virement via la caisse de retraite ; un bon d’achat de même valeur est remis à défaut de compte bancaire. Le montant n’étant pas public, 1 000 MAD est une valeur indicative.'),
    ('ORPHAN_DUTY_STUDY',
     'ابن أو ابنة موظف أمن استشهد أثناء مزاولة مهامه. 15000 درهم في السنة إلى نهاية الدراسة الجامعية، شريطة الإدلاء كل سنة بما يثبت متابعة الدراسة.',
     'Enfant d’un policier tombé en service. 15 000 MAD par an jusqu’à la fin des études universitaires, sur justificatif annuel de scolarité.'),
    ('PARENT_DUTY_GRANT',
     'أب أو أم موظف أمن استشهد أثناء مزاولة مهامه. 30000 درهم لكل واحد منهما، مرة واحدة.',
     'Père ou mère d’un policier tombé en service. 30 000 MAD à chacun, une seule fois.'),
    ('SERIOUS_ILLNESS',
     'الموظفون المزاولون والمتقاعدون وذوو حقوقهم. تحدد اللجنة المختصة المبلغ بين 3000 و30000 درهم.',
     'Personnel en activité, retraités et ayants droit. La commission fixe le montant entre 3 000 et 30 000 MAD.'),
    ('HAJJ_FULL',
     'بالقرعة في حدود حصة كل صنف من المستفيدين (199 مستفيدا سنة 2025)، مرة واحدة في العمر.',
     'Par tirage au sort, avec un quota pour chaque groupe de bénéficiaires (199 personnes en 2025) ; une seule fois dans la vie.'),
    ('HAJJ_PARTIAL',
     '20000 درهم بالقرعة بين من اختيروا في القرعة الوطنية للحج (200 مستفيد سنة 2018)، مرة واحدة في العمر.',
     '20 000 MAD, par tirage au sort parmi les personnes retenues au tirage national du pèlerinage (200 personnes en 2018) ; une seule fois dans la vie.'),
    ('EXCELLENCE',
     'الحاصلون على شهادة البكالوريا من أبناء الموظفين وأيتامهم، حسب الترتيب. 50000 درهم على 5 أقساط سنوية قدر كل واحد منها 10000 درهم.',
     'Bacheliers, enfants ou orphelins du personnel, par ordre de mérite. 50 000 MAD en 5 tranches annuelles de 10 000 MAD.'),
    ('SUMMER_CAMP',
     'أبناء المنخرطين. تؤدي الأسرة نصف الثمن ويستفيد الأيتام مجانا، في حدود المقاعد المخصصة لكل مصلحة ولائية.',
     'Enfants des adhérents. La famille paie la moitié du prix, les orphelins sont exonérés ; dans la limite des places de chaque service wilayal.'),
    ('VOUCHER_WIDOW',
     'الأرامل في وضعية هشاشة، بمناسبة الأعياد الدينية والدخول المدرسي.',
     'Veuves en situation de précarité, à l’occasion des fêtes religieuses et de la rentrée scolaire.'),
    ('MEDICAL_DUTY_FAMILY',
     'والدا موظف الأمن الذي استشهد أثناء مزاولة مهامه وأرملته وأبناؤه، في جميع ملفاتهم الطبية.',
     'Parents, veuve et enfants d’un policier tombé en service, pour tous leurs dossiers médicaux.'),
    ('HOUSING_WIDOW',
     'أرملة موظف أمن استشهد أثناء مزاولة مهامه. شقة في المدينة التي تختارها (10 شقق سنة 2025).',
     'Veuve d’un policier tombé en service. Un appartement dans la ville de son choix (10 en 2025).'),
    ('INJURY_DUTY',
     'الموظفون المصابون أثناء مزاولة مهامهم، بمساعدة مالية أو عينية. المبالغ غير معلنة، وما بين الحدين تقديري.',
     'Personnel blessé en service (aide financière ou en nature). Les montants n’étant pas publics, la fourchette est indicative.'),
    ('DEATH_GRANT',
     'زوج المنخرط المتوفى أو أبناؤه أو والداه، بعد سنة من الانخراط. تخصم المتأخرات من المنحة. مبلغ 19700 درهم تقديري، وهو ما تؤديه تعاضدية مماثلة.',
     'Conjoint, enfants ou parents d’un adhérent décédé après une année d’adhésion. Les arriérés sont déduits. Le montant de 19 700 MAD, versé par une mutuelle comparable, est indicatif.'),
    ('ORPHAN_SCHOOL',
     'يتيم متمدرس يقل عمره عن 21 سنة، ودون حد للسن إذا كان في وضعية إعاقة.',
     'Orphelin scolarisé de moins de 21 ans, sans limite d’âge en cas de handicap.'),
    ('MEDICAL_REIMBURSEMENT',
     'تعويض تكميلي عن مصاريف العلاج. يودع الملف ويتتبع لدى المصلحة الولائية، وتؤديه التعاضدية.',
     'Remboursement complémentaire de soins. Le dossier est déposé et suivi au service wilayal, le paiement est effectué par la mutuelle.'),
    ('PROSTHESIS',
     'الموظفون المصابون وذوو الحقوق في وضعية إعاقة، بناء على وصفة طبية.',
     'Personnel blessé et ayants droit en situation de handicap, sur ordonnance médicale.')
) AS w (programme, conditions_ar, conditions_fr) ON w.programme = v.programme;

INSERT INTO programme_document (programme, version, position, kind, name_ar, name_fr)
SELECT v.programme, v.version, d.position, d.kind, k.name_ar, k.name_fr
FROM programme_version v
CROSS JOIN LATERAL unnest(CASE v.programme
    WHEN 'AID_ADHA' THEN ARRAY['IDENTITY_CARD', 'BANK_DETAILS']
    WHEN 'ORPHAN_DUTY_STUDY' THEN ARRAY['DUTY_DEATH_CERTIFICATE', 'BIRTH_CERTIFICATE', 'SCHOOL_CERTIFICATE', 'BANK_DETAILS']
    WHEN 'PARENT_DUTY_GRANT' THEN ARRAY['IDENTITY_CARD', 'DUTY_DEATH_CERTIFICATE', 'BIRTH_CERTIFICATE', 'BANK_DETAILS']
    WHEN 'SERIOUS_ILLNESS' THEN ARRAY['IDENTITY_CARD', 'MEDICAL_CERTIFICATE', 'MEDICAL_INVOICE', 'BANK_DETAILS']
    WHEN 'HAJJ_FULL' THEN ARRAY['IDENTITY_CARD', 'PASSPORT', 'MEDICAL_CERTIFICATE']
    WHEN 'HAJJ_PARTIAL' THEN ARRAY['IDENTITY_CARD', 'DRAW_RESULT', 'BANK_DETAILS']
    WHEN 'EXCELLENCE' THEN ARRAY['BACCALAUREATE', 'BIRTH_CERTIFICATE', 'SCHOOL_CERTIFICATE', 'BANK_DETAILS']
    WHEN 'SUMMER_CAMP' THEN ARRAY['BIRTH_CERTIFICATE', 'PARENTAL_CONSENT', 'MEDICAL_CERTIFICATE']
    WHEN 'VOUCHER_WIDOW' THEN ARRAY['IDENTITY_CARD', 'UNMARRIED_CERTIFICATE']
    WHEN 'MEDICAL_DUTY_FAMILY' THEN ARRAY['IDENTITY_CARD', 'DUTY_DEATH_CERTIFICATE', 'MEDICAL_CERTIFICATE']
    WHEN 'HOUSING_WIDOW' THEN ARRAY['IDENTITY_CARD', 'DUTY_DEATH_CERTIFICATE', 'MARRIAGE_CERTIFICATE', 'NO_PROPERTY_CERTIFICATE']
    WHEN 'INJURY_DUTY' THEN ARRAY['IDENTITY_CARD', 'DUTY_INJURY_CERTIFICATE', 'MEDICAL_CERTIFICATE', 'BANK_DETAILS']
    WHEN 'DEATH_GRANT' THEN ARRAY['DEATH_CERTIFICATE', 'INHERITANCE_ACT', 'IDENTITY_CARD', 'BANK_DETAILS']
    WHEN 'ORPHAN_SCHOOL' THEN ARRAY['DEATH_CERTIFICATE', 'SCHOOL_CERTIFICATE', 'DISABILITY_CERTIFICATE', 'BANK_DETAILS']
    WHEN 'MEDICAL_REIMBURSEMENT' THEN ARRAY['CARE_SHEET', 'MEDICAL_INVOICE', 'PRESCRIPTION']
    WHEN 'PROSTHESIS' THEN ARRAY['IDENTITY_CARD', 'PRESCRIPTION', 'QUOTE']
END) WITH ORDINALITY AS d (kind, position)
JOIN (VALUES
    ('IDENTITY_CARD', 'نسخة من البطاقة الوطنية للتعريف الإلكترونية', 'Copie de la carte nationale d’identité électronique'),
    ('BANK_DETAILS', 'شهادة التعريف البنكي (RIB)', 'Relevé d’identité bancaire (RIB)'),
    ('DUTY_DEATH_CERTIFICATE', 'شهادة إدارية تثبت الوفاة أثناء مزاولة المهام', 'Attestation administrative de décès en service'),
    ('DEATH_CERTIFICATE', 'نسخة موجزة من رسم الوفاة', 'Extrait d’acte de décès'),
    ('BIRTH_CERTIFICATE', 'نسخة موجزة من رسم الولادة', 'Extrait d’acte de naissance'),
    ('SCHOOL_CERTIFICATE', 'شهادة مدرسية أو شهادة تسجيل جامعي برسم السنة الجارية', 'Certificat de scolarité ou d’inscription universitaire de l’année en cours'),
    ('MEDICAL_CERTIFICATE', 'شهادة طبية حديثة في ظرف مغلق', 'Certificat médical récent, sous pli fermé'),
    ('MEDICAL_INVOICE', 'أصول الفواتير أو بيان تقديري لمصاريف العلاج', 'Factures originales ou devis des soins'),
    ('PASSPORT', 'جواز سفر ساري الصلاحية', 'Passeport en cours de validité'),
    ('DRAW_RESULT', 'ما يثبت الاختيار في القرعة الوطنية للحج', 'Justificatif de sélection au tirage national du pèlerinage'),
    ('BACCALAUREATE', 'شهادة البكالوريا وبيان النقط', 'Diplôme du baccalauréat et relevé de notes'),
    ('PARENTAL_CONSENT', 'إذن الولي الشرعي', 'Autorisation du tuteur légal'),
    ('UNMARRIED_CERTIFICATE', 'شهادة عدم الزواج', 'Attestation de non-remariage'),
    ('MARRIAGE_CERTIFICATE', 'نسخة من رسم الزواج', 'Copie de l’acte de mariage'),
    ('NO_PROPERTY_CERTIFICATE', 'شهادة عدم التوفر على سكن', 'Attestation de non-propriété d’un logement'),
    ('DUTY_INJURY_CERTIFICATE', 'شهادة إدارية تثبت الإصابة أثناء مزاولة المهام', 'Attestation administrative de blessure en service'),
    ('INHERITANCE_ACT', 'رسم الإراثة', 'Acte d’hérédité'),
    ('DISABILITY_CERTIFICATE', 'شهادة الإعاقة عند الاقتضاء', 'Attestation de handicap, le cas échéant'),
    ('CARE_SHEET', 'ورقة العلاجات موقعة من الطبيب', 'Feuille de soins signée par le médecin'),
    ('PRESCRIPTION', 'وصفة طبية', 'Ordonnance médicale'),
    ('QUOTE', 'بيان تقديري للثمن', 'Devis')
) AS k (kind, name_ar, name_fr) ON k.kind = d.kind;

-- Checked at the commit, so that a new version and its wording come together and in any order.
ALTER TABLE programme_version ADD CONSTRAINT programme_version_is_worded
    FOREIGN KEY (programme, version) REFERENCES programme_wording DEFERRABLE INITIALLY DEFERRED;

CREATE TRIGGER programme_wording_append_only BEFORE UPDATE OR DELETE ON programme_wording FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER programme_wording_never_emptied BEFORE TRUNCATE ON programme_wording FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER programme_document_append_only BEFORE UPDATE OR DELETE ON programme_document FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER programme_document_never_emptied BEFORE TRUNCATE ON programme_document FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT ON programme_wording, programme_document TO ${app};
