package jp.yakuba.portal.api;

import java.util.List;
import java.util.Map;
import jp.yakuba.application.api.Choice;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.application.api.Text;

/**
 * Where a guide stands.
 *
 * @param question the next question; null when the guide has its result
 * @param multiple true if several choices may be taken; their values are joined by commas
 * @param number number of this question, from 1
 * @param atMost most questions there can still be in all
 * @param procedures the procedures needed, in order; empty before the result
 * @param facts answers that the guide already gives to the forms, by path
 */
public record GuideStep(
        String guide, Text name, String questionId, Text question, Text hint, List<Choice> choices, boolean multiple,
        int number, int atMost, List<ProcedureView> procedures, Map<String, String> facts) {}
