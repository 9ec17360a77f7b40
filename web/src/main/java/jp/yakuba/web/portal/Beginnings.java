package jp.yakuba.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.yakuba.application.api.CatalogueDesk;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.kernel.Assurance;
import jp.yakuba.portal.api.GuideDesk;

/** What an address of {@code /start} is about: one procedure, or what a guide ended in. */
@RequestScoped
public class Beginnings {
    private static final String PAGE = "/start?";

    @Inject
    private CatalogueDesk catalogue;

    @Inject
    private GuideDesk guides;

    /** Procedures to be begun, the guide they come from (null if none), and what its answers already tell. */
    public record Beginning(String guide, List<ProcedureView> procedures, Map<String, String> facts) {
        /** The level that the session itself must have; a signature is given at the end. */
        public Assurance needed() {
            var most = procedures.stream().map(ProcedureView::identity).max(Assurance::compareTo).orElse(Assurance.NONE);
            return most == Assurance.SIGNATURE ? Assurance.CARD : most;
        }
    }

    /** What the parameters ask for; without procedures if they name none. */
    public Beginning of(Map<String, String> parameters) {
        var guide = parameters.get("y_guide");
        if (guide == null) {
            return new Beginning(null, Stream.ofNullable(parameters.get("procedure"))
                    .flatMap(code -> catalogue.findByCode(code).stream()).toList(), Map.of());
        }
        var answers = new LinkedHashMap<String, String>();
        parameters.forEach((name, value) -> {
            if (!name.startsWith("y_")) {
                answers.put(name, value);
            }
        });
        var step = guides.next(guide, answers);
        return new Beginning(guide, step.procedures(), step.facts());
    }

    /** What the path asks for; without procedures if it leads elsewhere. */
    public Beginning at(String path) {
        return of(path.startsWith(PAGE) ? parameters(path.substring(PAGE.length())) : Map.of());
    }

    private static Map<String, String> parameters(String query) {
        var parameters = new LinkedHashMap<String, String>();
        for (var pair : query.split("&")) {
            var parts = pair.split("=", 2);
            if (parts.length == 2) {
                parameters.merge(decode(parts[0]), decode(parts[1]), (first, second) -> first + "," + second);
            }
        }
        return parameters;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException mistyped) {
            return text;
        }
    }
}
