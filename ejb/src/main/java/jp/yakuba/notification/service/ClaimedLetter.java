package jp.yakuba.notification.service;

import jp.yakuba.notification.gateway.Letter;
import jp.yakuba.notification.model.MailClaim;

/** A letter together with the hold that its sender has on it. */
public record ClaimedLetter(MailClaim claim, Letter letter) {}
