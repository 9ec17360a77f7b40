package jp.yakuba.organization.api;

import java.util.UUID;

/** A member of staff with the main post on a day. */
public record StaffView(UUID id, String number, String name, String kana, String post, String section) {}
