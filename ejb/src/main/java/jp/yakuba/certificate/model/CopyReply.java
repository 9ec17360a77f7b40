package jp.yakuba.certificate.model;

import java.util.UUID;
import jp.yakuba.certificate.api.CopyOutcome;

/**
 * What the office of the home address answers (住民基本台帳法12条の4第3項).
 *
 * @param request id of what was asked
 * @param sealed what the copy says, readable with the key of the request alone; null unless it is told
 */
public record CopyReply(UUID request, CopyOutcome outcome, byte[] sealed) {
    public CopyReply {
        sealed = sealed == null ? null : sealed.clone();
    }

    @Override
    public byte[] sealed() {
        return sealed == null ? null : sealed.clone();
    }
}
