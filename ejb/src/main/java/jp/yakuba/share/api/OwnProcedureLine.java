package jp.yakuba.share.api;

import java.time.Instant;
import jp.yakuba.application.api.Text;

/**
 * A procedure of this town's catalogue.
 *
 * @param sharedAt since when agreed offices may read it; null if they may not
 */
public record OwnProcedureLine(String code, Text name, String section, Instant sharedAt, String sharedBy) {}
