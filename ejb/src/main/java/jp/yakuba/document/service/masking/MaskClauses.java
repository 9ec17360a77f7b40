package jp.yakuba.document.service.masking;

import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_CLAUSE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import jp.yakuba.document.api.MaskClause;
import jp.yakuba.document.api.MaskGround;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;

/** The clauses of the town's disclosure ordinance (情報公開条例) as they are today; each town counts them in its own way. */
@ApplicationScoped
public class MaskClauses {
    private static final String CLAUSE = "disclosure.clause.";

    @Inject
    private OrganizationDesk organization;

    @Inject
    private OfficeClock clock;

    /** The grounds that the ordinance knows. */
    List<MaskClause> list() {
        return Stream.of(MaskGround.values()).flatMap(ground -> find(ground).stream()).toList();
    }

    /** The clause of a ground; refused if the ordinance has none. */
    MaskClause get(MaskGround ground) {
        return Optional.ofNullable(ground).flatMap(this::find).orElseThrow(() -> new RuleViolation(NO_SUCH_CLAUSE));
    }

    private Optional<MaskClause> find(MaskGround ground) {
        return organization.findSetting(CLAUSE + ground.name().toLowerCase(Locale.ROOT), clock.today()).map(clause -> new MaskClause(ground, clause));
    }
}
