package jp.yakuba.application.api;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Open a draft.
 *
 * @param procedures codes, in the order of the guide
 * @param guide code of the guide it comes from; null if none
 * @param facts answers already given, by path
 * @param mandateId under which the actor acts for somebody else; null for oneself
 */
public record OpenDraft(
        @NotEmpty List<String> procedures, String guide, @NotNull Map<String, String> facts, UUID mandateId) {}
