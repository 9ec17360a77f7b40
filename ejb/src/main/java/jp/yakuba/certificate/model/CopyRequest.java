package jp.yakuba.certificate.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.yakuba.certificate.api.CopyScope;
import jp.yakuba.certificate.api.IdentityDocument;

/**
 * What one office asks of another (住民基本台帳法12条の4第2項).
 *
 * @param clerk who asks there, by name
 * @param name of the resident who asks
 * @param wanted names; empty unless the scope is {@link CopyScope#SOME}
 * @param key to which the answer is sealed: the public half of a pair that is made for this request alone
 */
public record CopyRequest(
        UUID id, Instant askedAt, String clerk, IdentityDocument identity, String name, LocalDate birthDate, String address, CopyScope scope,
        List<String> wanted, boolean relationships, byte[] key) {
    public CopyRequest {
        wanted = List.copyOf(wanted);
        key = key.clone();
    }

    @Override
    public byte[] key() {
        return key.clone();
    }
}
