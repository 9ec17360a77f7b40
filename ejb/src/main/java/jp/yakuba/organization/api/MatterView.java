package jp.yakuba.organization.api;

/**
 * A matter of the delegation table (専決事項) as it is picked from a list.
 *
 * @param code code of the matter
 * @param name its name
 */
public record MatterView(String code, String name) {}
