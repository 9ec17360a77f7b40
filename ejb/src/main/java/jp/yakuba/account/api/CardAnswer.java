package jp.yakuba.account.api;

/** Where the card listener sends the browser, and the one-time token it gives along. */
public record CardAnswer(String returnTo, String token) {}
