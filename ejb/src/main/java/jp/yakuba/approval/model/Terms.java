package jp.yakuba.approval.model;

import java.util.UUID;

/**
 * Under which rule something is proposed.
 *
 * @param section code of the section that proposes
 * @param decisionClass 決裁区分
 * @param proxyExcluded true if nobody decides for the decider
 * @param editable true if the drafter may add stops
 * @param rule article and rule; null if no line names the matter
 * @param follows the earlier proposal on the same subject; null if none
 */
public record Terms(
        String section, String decisionClass, boolean proxyExcluded, boolean editable, String rule, UUID follows) {}
