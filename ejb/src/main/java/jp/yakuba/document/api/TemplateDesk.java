package jp.yakuba.document.api;

import jakarta.ejb.Local;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/**
 * Keeps the templates with which drafts begin (起案の様式): those of the whole office by the records manager, those of a section by its
 * records officer. What began with a template earlier stays as it is.
 */
@Local
public interface TemplateDesk {
    /** Templates that the actor keeps, ended ones too, in the order in which they are offered. */
    List<TemplateSheet> list();

    /**
     * One of them.
     *
     * @throws jp.yakuba.kernel.RuleViolation {@link DocumentProblem#NO_SUCH_TEMPLATE} if there is none that the actor keeps
     */
    TemplateSheet get(String code);

    /**
     * Writes a new one or changes one; returns its code.
     *
     * @throws jp.yakuba.kernel.RuleViolation {@link DocumentProblem#TEMPLATE_PLACE_UNKNOWN} for a place in braces that nothing fills,
     *     {@link DocumentProblem#TEMPLATE_NAME_TAKEN}, {@link DocumentProblem#CHANGED_MEANWHILE},
     *     {@link DocumentProblem#NOT_YOUR_SECTION}
     */
    String write(@NotNull @Valid WriteTemplate command);

    /** Offers it no more, or again. */
    void offer(String code, long version, boolean offered);
}
