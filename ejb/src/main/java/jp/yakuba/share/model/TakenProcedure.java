package jp.yakuba.share.model;

import java.time.Instant;
import jp.yakuba.share.api.TakenState;

/** What was taken over: whose it was, which version, and what it said. */
public record TakenProcedure(
        String code, String peer, long serial, String name, byte[] content, String sha256, Instant takenAt, String takenBy, TakenState state) {}
