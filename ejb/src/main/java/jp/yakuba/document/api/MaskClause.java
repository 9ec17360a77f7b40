package jp.yakuba.document.api;

/**
 * A ground for not disclosing, with its place in the town's ordinance.
 *
 * @param ground the ground
 * @param clause the clause, as it is cited
 */
public record MaskClause(MaskGround ground, String clause) {}
