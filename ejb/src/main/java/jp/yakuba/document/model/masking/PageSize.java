package jp.yakuba.document.model.masking;

import jakarta.persistence.Embeddable;

/** The size of a page as it is shown, in points. */
@Embeddable
public record PageSize(double width, double height) {}
