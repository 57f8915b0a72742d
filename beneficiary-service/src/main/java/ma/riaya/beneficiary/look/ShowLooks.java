package ma.riaya.beneficiary.look;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ma.riaya.beneficiary.person.PersonAccess;
import ma.riaya.beneficiary.processing.PurposeTitles;
import ma.riaya.beneficiary.protection.RecordLooks;
import ma.riaya.kit.identity.Caller;
import ma.riaya.kit.identity.CurrentCaller;
import ma.riaya.kit.identity.Roles;
import ma.riaya.kit.paging.Cursor;
import ma.riaya.kit.paging.Page;
import ma.riaya.kit.paging.Paging;
import ma.riaya.kit.problem.ProblemTexts;

/** Tells who looked at a person: to the person in words, to those who oversee by name; their own look is recorded too. */
@Singleton
public class ShowLooks {

    /** In which order the role is named of someone who holds several. */
    private static final List<String> NAMED_FIRST = List.of(
            Roles.REGISTRY_MANAGER,
            Roles.AUDITOR,
            Roles.FINANCE,
            Roles.COMMITTEE,
            Roles.OFFICE_HEAD,
            Roles.OFFICER,
            Roles.ADMIN,
            Roles.BENEFICIARY);

    /** More than anyone reads, and few enough for one answer. */
    private static final int MOST = 10_000;

    private final PersonAccess access;
    private final Looks looks;
    private final PurposeTitles titles;
    private final ProblemTexts texts;
    private final RecordLooks record;
    private final CurrentCaller caller;

    ShowLooks(
            PersonAccess access,
            Looks looks,
            PurposeTitles titles,
            ProblemTexts texts,
            RecordLooks record,
            CurrentCaller caller) {
        this.access = access;
        this.looks = looks;
        this.titles = titles;
        this.texts = texts;
        this.record = record;
        this.caller = caller;
    }

    @Transactional
    Page<LookView> at(UUID person, Paging paging, Locale language) {
        Caller reader = caller.get();
        boolean oversees = reader.hasAny(Roles.AUDITOR, Roles.REGISTRY_MANAGER);
        if (oversees) {
            access.demandReadable(person);
            record.record(RecordLooks.Look.at(person, "looks-read", Set.of()));
        } else {
            access.demandOwn(person);
        }
        Page<Looks.Look> page = Page.of(
                looks.page(person, paging.after(1), paging.toRead()), paging.limit(), look -> Cursor.of(look.id()));
        Map<String, String> known = titles.in(language);
        return page.map(look -> view(look, known, language));
    }

    /** All looks, as the person is told them; for a copy of all that is held. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<?> all(UUID person, Locale language) {
        Map<String, String> known = titles.in(language);
        return looks.page(person, null, MOST).stream()
                .map(look -> view(look, known, language))
                .toList();
    }

    private LookView view(Looks.Look look, Map<String, String> known, Locale language) {
        String purpose = look.purpose();
        String title = purpose == null ? null : known.getOrDefault(purpose, purpose);
        return new LookView(
                look.id(),
                look.at().toInstant(),
                look.action(),
                look.rolesHeld(),
                look.office(),
                caller.get().has(Roles.AUDITOR) ? look.agent() : null,
                look.fieldsSeen(),
                purpose,
                title,
                told(look, title == null ? "" : title, language));
    }

    private String told(Looks.Look look, String title, Locale language) {
        String seen = look.fieldsSeen().stream()
                .map(field -> texts.text("look-field-" + field, language, Map.of()))
                .collect(Collectors.joining(language.equals(ProblemTexts.ARABIC) ? "، " : ", "));
        String key =
                switch (look.action()) {
                    case "person-found-by-number" -> "look-told-found";
                    case "looks-read" -> "look-told-looks";
                    case "person-exported" -> "look-told-exported";
                    default -> "look-told";
                };
        return texts.text(key, language, Map.of("who", who(look, language), "fields", seen, "purpose", title));
    }

    private String who(Looks.Look look, Locale language) {
        String role = NAMED_FIRST.stream()
                .filter(look.rolesHeld()::contains)
                .findFirst()
                .map(held -> texts.text("look-role-" + held, language, Map.of()))
                .orElseGet(() -> texts.text("look-role-unnamed", language, Map.of()));
        return look.office() == null ? role : role + " (" + look.office() + ")";
    }
}
